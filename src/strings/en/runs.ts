import type { RunName } from '../panel-facts';

const named = (run: RunName) => ('letter' in run ? `run ${run.letter}` : `recent run ${run.recent}`);

/** Runs that are pinned or were made before, beside the current one. */
export const runs = {
  title: 'Keep a run, compare',
  lead: 'Pin a run and change something: both stay in this table, and pinned runs stay behind the current one in the spectra and the training curve. The page’s link carries them along.',
  group: 'Pinned runs',
  pin: 'Pin this run',
  pinned: (letter: string) => `Pinned as ${letter}`,
  computing: (letters: readonly string[]) =>
    `Computing ${letters.length === 1 ? 'run' : 'runs'} ${letters.join(', ')} …`,
  full: (most: number) => `At most ${most} are kept: the next one takes the place of A.`,
  failed: (letter: string, failure: string) => `Run ${letter} could not be made: ${failure}`,
  talk: {
    title: 'Your talk',
    lead: 'One line for each pinned run: presented, each run is a slide with its line. The page’s link carries them along.',
    line: (letter: string) => `Line of run ${letter}`,
    placeholder: 'What this run shows',
    present: 'Present these runs',
  },
  table: {
    label: 'Runs side by side',
    run: 'Run',
    actions: 'Open or unpin',
    metrics: {
      data: 'Noisy data',
      filters: 'Filters',
      signalShare: 'Signal share',
      testAccuracy: 'Test accuracy',
      trainAccuracy: 'Training accuracy',
    },
    now: 'now',
    before: 'before',
    step: (step: number, steps: number) => `step ${step} of ${steps}`,
    open: 'Open',
    openRun: (run: RunName) => `Open ${named(run)}`,
    unpin: 'Unpin',
    unpinRun: (letter: string) => `Unpin ${letter}`,
    againRun: (run: RunName) => `Try again to make ${named(run)}`,
    make: 'Make it',
    makeRun: (run: RunName) => `Make ${named(run)}`,
    computing: 'computing …',
    failed: 'could not be made',
    diverged: 'diverged',
    differs: 'Bold and underlined: not as in the current run.',
  },
};
