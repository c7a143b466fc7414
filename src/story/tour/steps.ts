import { defaults, type Experiment, type PanelName, type ParameterKey } from '../../experiment/parameters';
import { withScience } from '../../experiment/science';
import type { Strings } from '../../strings/en';

/**
 * What a step plays when it is opened. `rest`: the network before training. `moment`: where few directions lead, however
 * long it took. `play`: the run from there, or from its start, at one step a frame. `end`: the run's end. `curve`: the
 * curve of the first figure, whatever it costs. `causes`: all variants.
 */
export type Playing = 'rest' | 'moment' | 'play' | 'end' | 'curve' | 'causes';

export interface TourStep {
  /** In links (`tour=noise`), and of its words in the catalogue. */
  readonly name: keyof Strings['tour']['steps'];
  /** What differs from the default experiment. */
  readonly parameters: Partial<Experiment>;
  readonly playing: Playing;
  /** Where to look; the first of them is brought into sight, and stays in a frame that has no room for more. */
  readonly panels: readonly PanelName[];
  /** The slider that makes the difference. */
  readonly control?: ParameterKey;
}

/** The page's story, as one walk from clean data to real digits. */
export const tour: readonly TourStep[] = [
  { name: 'clean', parameters: { sigma: 0 }, playing: 'rest', panels: ['data'] },
  { name: 'noise', parameters: {}, playing: 'rest', panels: ['data'], control: 'sigma' },
  { name: 'random', parameters: {}, playing: 'rest', panels: ['filters'] },
  { name: 'first', parameters: {}, playing: 'moment', panels: ['filters', 'training'] },
  { name: 'rise', parameters: {}, playing: 'play', panels: ['filters', 'training'] },
  { name: 'ignore', parameters: {}, playing: 'end', panels: ['filters', 'data'] },
  { name: 'winner', parameters: {}, playing: 'end', panels: ['tiles'] },
  { name: 'width', parameters: { m: 400 }, playing: 'end', panels: ['filters'], control: 'm' },
  { name: 'sweep', parameters: {}, playing: 'curve', panels: ['curve'] },
  // Past σ* = 0.43; what is memorised there is beyond doubt.
  { name: 'memorised', parameters: { sigma: 0.45 }, playing: 'end', panels: ['filters', 'training'], control: 'sigma' },
  { name: 'deeper', parameters: { net: 'deep', m: 32 }, playing: 'end', panels: ['depth', 'layers'] },
  { name: 'causes', parameters: {}, playing: 'causes', panels: ['causes'] },
  {
    name: 'stairs',
    parameters: { ratio: 0.5, sigma: 0.1, steps: 600 },
    playing: 'play',
    panels: ['stairs', 'filters'],
  },
  {
    name: 'digits',
    parameters: { data: 'mnist', sigma: 0.6, m: 20, n: 400, lr: 0.25, steps: 200 },
    playing: 'end',
    panels: ['filters', 'data'],
  },
];

/**
 * The experiment of a step: its own science, seen as the page is seen now. The step's words are about stable ranks and
 * the patch matrix, so that is what the figures show beside them.
 */
export function stepExperiment(seen: Experiment, { name, parameters }: TourStep): Experiment {
  return { ...withScience(seen, { ...defaults, ...parameters }), rank: 'stable', matrix: 'patch', step: 0, tour: name };
}
