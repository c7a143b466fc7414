import type { Experiment } from '../../experiment/parameters';
import type { CellFacts, LevelFacts } from '../panel-facts';
import { hundredths, rank } from '../numbers';

const axis = 'background noise σ';
const none = 'Nothing is measured yet.';

const ranks = ({ data, filters }: LevelFacts, notion: Experiment['rank']) => ({
  data: data === null ? 'unknown' : rank(data, notion),
  filters: filters === null ? 'diverged' : rank(filters, notion),
});

const cell = ({ sigma, row, share, testAccuracy }: CellFacts) =>
  `σ = ${sigma}, ${row}: signal share ${share === null ? 'unknown' : hundredths(share)}, test accuracy ${testAccuracy === null ? 'unknown' : hundredths(testAccuracy)}.`;

/** Many runs drawn as one figure: the sweep of the noise, and the phase map. */
export const sweeps = {
  sweeps: {
    stop: 'Stop',
    again: 'Run again',
    resume: 'Resume',
    progress: 'Share of the runs that are made',
    running: (done: number, total: number) => `${done} of ${total} runs`,
    stopped: (done: number, total: number) => `Stopped: ${done} of ${total} runs made`,
    ready: (total: number) => `${total} runs made`,
    stale: 'Measured for other settings than the current ones.',
    failed: (done: number, total: number, failure: string) => `${done} of ${total} runs made, then: ${failure}`,
    kept: 'Kept on this device.',
    notKept: 'The browser does not keep it for the next visit: there is no room, or it is not allowed.',
    forget: 'Forget',
    /** What that takes away. */
    forgets: 'Forget every sweep and map that is kept on this device',
  },
  sweep: {
    start: (levels: number) => `Draw the curve: ${levels} levels of noise`,
    points: 'Measured levels of noise',
    open: (level: LevelFacts, notion: Experiment['rank']) => {
      const { data, filters } = ranks(level, notion);
      return `σ = ${level.sigma}: noisy data ${data}, filters ${filters}${level.testAccuracy === null ? '' : `, test accuracy ${hundredths(level.testAccuracy)}`}. Opens this run.`;
    },
    axis,
    /** Of the axis of ranks. @param notion within a line. */
    caption: (notion: string, matrix: Experiment['matrix']) =>
      matrix === 'image' ? `${notion} · image matrix` : notion,
    names: { data: 'noisy data', predicted: 'predicted', clean: 'clean data', filters: 'filters' },
    critical: (sigma: number) => `σ* = ${hundredths(sigma)}, a scaling law`,
    now: (sigma: number) => `now σ = ${hundredths(sigma)}`,
    name: (notion: string) => `${notion} against background noise`,
    text: (levels: readonly LevelFacts[], notion: Experiment['rank']) => {
      if (levels.length === 0) return none;
      const each = levels.map((level) => {
        const { data, filters } = ranks(level, notion);
        return `at ${level.sigma} data ${data}, filters ${filters}`;
      });
      return `Measured at ${levels.length} levels of noise from σ = ${levels[0]!.sigma} to ${levels.at(-1)!.sigma}: ${each.join('; ')}.`;
    },
  },
  map: {
    lead: 'The line is the critical noise σ*; drawn against σ/σ*, the rows fall together where the scaling law holds.',
    start: 'Draw the map',
    cells: 'Cells of the map',
    cell,
    open: (facts: CellFacts) => `${cell(facts)} Opens this run.`,
    axis,
    name: (quantity: string, second: string) => `${quantity} over noise and ${second}`,
    text: (done: number, total: number) => (done === 0 ? none : `${done} of ${total} cells are measured.`),
    relative: {
      name: (quantity: string) => `${quantity} against σ/σ*`,
      axis: 'noise relative to the critical noise, σ/σ*',
    },
  },
};
