import { encodeLink } from '../experiment/link';
import { defaults, type Experiment } from '../experiment/parameters';

/** What an embedding link chooses beside the experiment. */
export type EmbedChoice = Pick<Experiment, 'show' | 'controls' | 'theme' | 'ground' | 'autoplay'>;

/** The page's own settings for a frame, which a link that opens the whole page leaves out. */
const framed = {
  embed: defaults.embed,
  show: defaults.show,
  controls: defaults.controls,
  ground: defaults.ground,
} as const;

/**
 * The address that opens an experiment in the whole page.
 * @param page address of the page, whatever its query and hash. @param step to open at; 0 to watch it from the start.
 */
export function pageLink(page: string, experiment: Experiment, step = 0): string {
  return withHash(page, { ...experiment, ...framed, step });
}

/** The address that shows an experiment in a frame. */
export function embedLink(page: string, experiment: Experiment, choice: EmbedChoice, step = 0): string {
  return withHash(page, { ...experiment, ...choice, embed: true, step });
}

/** An `<iframe>` for any page of HTML. @param title names the frame to screen readers. */
export function embedCode(link: string, width: number, height: number, title: string): string {
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${attribute(link)}" width="${width}" height="${height}" style="border: 0" title="${attribute(title)}" loading="lazy" allow="fullscreen"></iframe>`;
}

function withHash(page: string, experiment: Experiment): string {
  const address = page.replace(/[?#].*$/s, '');
  const hash = encodeLink(experiment);
  return hash === '' ? address : `${address}#${hash}`;
}
