import { decodeLink, encodeLink } from '../../src/experiment/link';
import { randomStream, type RandomStream } from '../../src/images/random';
import { problems } from '../../src/strings/en/problems';
import { tryAll, type Figures } from './figures';
import { anyKey, anyText } from './text';

/** More notices than this are no help. */
const mostNotices = 1000;

function anyLink(draws: RandomStream): string {
  const { below } = draws;
  const pairs = Array.from({ length: below(40) === 0 ? 400 : below(12) }, () => `${anyKey(draws)}=${anyText(draws)}`);
  const text = `${['#', '?', '', 'https://host.example/rank/#', '#v=1&', '#v=99&'][below(6)]}${pairs.join(['&', '&', ';', '&amp;'][below(4)])}`;
  return [
    text,
    text,
    text,
    text.replaceAll('=', '%3D').replaceAll('&', '%26'),
    text.slice(0, below(text.length + 1)),
    `${text})`,
  ][below(6)]!;
}

/** Opens links that nobody should write. What comes of each is an experiment whose own link opens it without a word. */
export function tryLinks(count: number, seed: number): Promise<Figures> {
  const draws = randomStream(seed, 'hostile links');
  const links = Array.from({ length: count }, () => anyLink(draws));
  return tryAll({
    count,
    attempt(i) {
      const { experiment, notices } = decodeLink(links[i]!);
      if (notices.length > mostNotices) throw new Error(`${notices.length} notices`);
      for (const notice of notices) {
        const said = problems.notice(notice);
        if (said === '' || said.length > 1000) throw new Error(`a notice of ${said.length} characters`);
      }
      const again = decodeLink(`#${encodeLink(experiment)}`);
      if (again.notices.length > 0) throw new Error('what came of it is not valid');
      if (JSON.stringify(again.experiment) !== JSON.stringify(experiment)) throw new Error('its link opens another');
      return notices.length === 0;
    },
    name: (i) => `link ${links[i]!.slice(0, 200)}`,
  });
}
