import type { Measured } from '../experiment/parameters';
import type { RunSummary } from '../training/summary';
import type { KnownRun, KnownState } from './state';
import { lineText } from './views/known';

/** What a run is said to have come to. */
interface Said {
  readonly data?: number;
  readonly filters?: number;
  readonly share?: number | null;
  readonly own?: boolean;
  readonly summary?: Partial<RunSummary>;
}

const ranks = (value: number) => ({
  stable: value,
  effective: value + 100,
  numerical: value + 200,
  energy: value + 300,
});

/** For tests: a run as if it had been made. */
export function knownRun(
  experiment: Measured,
  { data = 40, filters = 4, share = 1, own = false, summary }: Said = {},
): KnownRun {
  return {
    experiment,
    backend: 'cpu',
    own,
    summary: {
      step: experiment.steps,
      loss: 0.01,
      trainAccuracy: 1,
      testAccuracy: 1,
      diverged: false,
      matrices: [
        {
          name: 'filters',
          ranks: ranks(filters),
          signalShare: share,
          moved: share === null ? null : { share, followed: 6 },
        },
      ],
      data: ranks(data),
      signalDimension: 6,
      ...summary,
    },
  };
}

/** Known runs by their lines. */
export function knownLines(runs: readonly KnownRun[]): KnownState {
  const lines = new Map<string, KnownRun[]>();
  for (const run of runs) {
    const name = lineText(run.experiment);
    lines.set(name, [...(lines.get(name) ?? []), run]);
  }
  return { lines, pace: null };
}
