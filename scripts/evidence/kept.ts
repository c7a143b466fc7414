import { readFileSync } from 'node:fs';
import { decodeLink, encodeLink } from '../../src/experiment/link';
import type { Experiment } from '../../src/experiment/parameters';
import type { MatrixName } from '../../src/experiment/networks';
import { leading } from '../../src/network/matrices';
import { initialState, type AppState } from '../../src/store/state';
import { sweptSeeds } from './named-runs';
import type { DataSpectrum } from '../../src/training/data-spectrum';
import type { HistoryPoint } from '../../src/training/snapshot';
import type { RunSummary } from '../../src/training/summary';

/** A recorded step, of whose filters all singular values are kept or those of the signal and the norm of the rest. */
export interface KeptPoint {
  readonly step: number;
  readonly loss: number;
  readonly trainAccuracy: number;
  readonly testAccuracy: number | null;
  readonly values: readonly number[];
  readonly rest: number | null;
  /** What else the step says of its filters; at the ends only. */
  readonly of?: Readonly<Record<string, unknown>>;
}

/** One filter at the end of a run. */
export interface KeptFilter {
  /** Relative to the longest. */
  readonly norm: number;
  /** Share of its energy off the signal span. */
  readonly rest: number;
  /** The signal vector that it is nearest to, and the cosine of the two. */
  readonly most: number;
  readonly cosine: number;
  /** The signal vector of its own class that it was nearest to before training. */
  readonly led: number;
}

export interface KeptRun {
  readonly link: string;
  readonly diverged: boolean;
  readonly points: readonly KeptPoint[];
  readonly data: { readonly data: readonly number[]; readonly clean: readonly number[] } & Pick<
    DataSpectrum,
    'signalDimension' | 'rows' | 'columns'
  >;
  readonly filters: readonly KeptFilter[];
  /** Of some runs: the step at which the filters' length along each signal vector is five times their largest singular value at the start; null where it never is. */
  readonly rose?: readonly (number | null)[];
}

/** Everything that is measured of one seed, by the names of `named-runs.ts`. */
export interface KeptSeed {
  readonly seed: number;
  readonly runs: Readonly<Record<string, KeptRun>>;
  /** Rank against noise, level by level. */
  readonly curve: readonly RunSummary[];
}

const file = (seed: number) => new URL(`../../fixtures/evidence/seeds/${seed}.json`, import.meta.url);
export { file as seedFile };

const readSeed = (seed: number) => JSON.parse(readFileSync(file(seed), 'utf8')) as KeptSeed;
export const readSeeds = () => sweptSeeds.map(readSeed);

/** Five digits, further than any sentence goes. */
export const rounded = (value: number, digits = 5) => Number(value.toPrecision(digits));

/** @param signal values of the signal, kept apart where a point is not kept whole. */
export function keepPoint(point: HistoryPoint, signal: number, whole: boolean, ends: boolean): KeptPoint {
  const { values: _, singularValues, ...of } = leading(point);
  const all = Array.from(singularValues);
  return {
    step: point.step,
    loss: rounded(point.loss),
    trainAccuracy: rounded(point.trainAccuracy),
    testAccuracy: point.testAccuracy === null ? null : rounded(point.testAccuracy),
    values: all.slice(0, whole ? undefined : signal).map((value) => rounded(value)),
    rest: whole ? null : rounded(Math.hypot(...all.slice(signal))),
    ...(ends ? { of: plain(of) } : {}),
  };
}

/** As JSON has it: typed arrays are lists, numbers have five digits. */
function plain(of: object): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(of, (_, value: unknown) =>
      ArrayBuffer.isView(value)
        ? Array.from(value as Float64Array)
        : typeof value === 'number'
          ? rounded(value, 8)
          : value,
    ),
  ) as Record<string, unknown>;
}

/** The page at the end of a kept run, or before its first step, as far as it was kept: no values of filters. */
export function stateOf(kept: KeptRun, at: 'start' | 'end' = 'end'): AppState {
  const experiment: Experiment = decodeLink(kept.link).experiment;
  const base = initialState(experiment, []);
  const ends = kept.points.filter(({ of }) => of);
  const history = (at === 'start' ? kept.points.slice(0, 1) : kept.points).map(
    ({ values, rest, of, step, loss, trainAccuracy, testAccuracy }): HistoryPoint => ({
      step,
      loss,
      trainAccuracy,
      testAccuracy,
      testLoss: null,
      matrices: [
        {
          ...((of ?? ends[0]!.of) as { name: MatrixName; role: 'filters'; rows: number; columns: number }),
          ...(of ? {} : { signalShare: null, moved: null }),
          values: null,
          singularValues: Float64Array.from(rest === null ? values : [...values, rest]),
        } as HistoryPoint['matrices'][number],
      ],
    }),
  );
  const { data, clean, ...shape } = kept.data;
  type Whole = NonNullable<AppState['run']['latest']>;
  return {
    ...base,
    run: {
      ...base.run,
      status: at === 'start' ? 'paused' : kept.diverged ? 'diverged' : 'finished',
      initial: history[0] as Whole,
      latest: history.at(-1) as Whole,
      history,
      signal: new Float64Array(kept.data.signalDimension * leading(history[0]!).columns),
      experiment,
    },
    data: {
      status: 'ready',
      experiment,
      spectrum: { ...shape, data: Float64Array.from(data), clean: Float64Array.from(clean) },
      progress: null,
      failure: null,
    },
  };
}

export const linkOf = (experiment: Experiment) => `#${encodeLink(experiment)}`;
