import type { Experiment } from '../../src/experiment/parameters';
import { hasDiverged } from '../../src/training/divergence';
import { leading } from '../../src/network/matrices';
import { stableRank } from '../../src/spectrum/ranks';
import { stateAtEnd, testEngine } from '../../src/store/testing-runs';
import type { AppState } from '../../src/store/state';
import { keepPoint, linkOf, rounded, type KeptFilter, type KeptRun, type KeptSeed } from './kept';
import { curveExperiments, namedRuns } from './named-runs';

/** Runs of which every point is kept that the page records, as the tour tells of their moments. */
const pointByPoint: ReadonlySet<string> = new Set(['default']);
/** Runs whose filters are counted one by one. */
const filterByFilter: ReadonlySet<string> = new Set(['default', 'nine-patches', 'near-critical', 'memorised']);

/** Runs of which it is told when each signal vector is learnt. */
const vectorByVector: ReadonlySet<string> = new Set(['staircase']);

/** A run as it is kept. One that jumps about is told by its record. */
export async function measureRun(name: string, seed: number): Promise<KeptRun> {
  const experiment: Experiment = { ...namedRuns[name]!, seed };
  const every =
    pointByPoint.has(name) || vectorByVector.has(name) ? 'as watched' : experiment.lr > 50 ? 2 : experiment.steps;
  return keepRun(name, await stateAtEnd(experiment, every));
}

/** A run that has ended, as it is kept. */
export function keepRun(name: string, state: AppState): KeptRun {
  const { run, data, experiment } = state;
  const { history } = run,
    spectrum = data.spectrum!;
  const ranks = history.map((point) => stableRank(leading(point).singularValues));
  const least = history[ranks.indexOf(Math.min(...ranks))];
  const ends = new Set([history[0], history.at(-1)]);
  const points = pointByPoint.has(name) ? history : history.filter((point) => ends.has(point));
  return {
    link: linkOf(experiment),
    diverged: hasDiverged(history),
    points: points.map((point) =>
      keepPoint(point, spectrum.signalDimension, ends.has(point) || point === least, ends.has(point)),
    ),
    data: {
      data: Array.from(spectrum.data, (value) => rounded(value)),
      clean: Array.from(spectrum.clean, (value) => rounded(value)),
      signalDimension: spectrum.signalDimension,
      rows: spectrum.rows,
      columns: spectrum.columns,
    },
    filters: filterByFilter.has(name) ? filtersOf(state) : [],
    ...(vectorByVector.has(name) && { rose: roseOf(state) }),
  };
}

/** When the filters have grown along each signal vector, worked out here by itself. */
function roseOf({ run, experiment }: AppState): (number | null)[] {
  const signal = run.signal!,
    most = 5 * leading(run.initial!).singularValues[0]!;
  return Array.from({ length: 2 * experiment.k }, (_, k) => {
    const at = run.history.find((point) => {
      const { rows, columns, values } = leading(point);
      let energy = 0;
      for (let r = 0; r < rows; r++) {
        let along = 0;
        for (let j = 0; j < columns; j++) along += values![r * columns + j]! * signal[k * columns + j]!;
        energy += along ** 2;
      }
      return Math.sqrt(energy) >= most;
    });
    return at?.step ?? null;
  });
}

/** Counted here by themselves, so that what the page counts can be held against it. */
function filtersOf({ run, experiment }: AppState): KeptFilter[] {
  const first = leading(run.initial!).values,
    last = leading(run.latest!).values,
    { rows, columns } = leading(run.latest!),
    signal = run.signal!;
  const dot = (a: ArrayLike<number>, i: number, b: ArrayLike<number>, j: number) => {
    let sum = 0;
    for (let k = 0; k < columns; k++) sum += a[i * columns + k]! * b[j * columns + k]!;
    return sum;
  };
  const vectors = Array.from({ length: 2 * experiment.k }, (_, k) => k);
  const filters = Array.from({ length: rows }, (_, r) => {
    const along = vectors.map((k) => dot(last, r, signal, k));
    const before = vectors.map((k) => dot(first, r, signal, k));
    const norm = Math.sqrt(dot(last, r, last, r));
    // Signal vectors take turns, u₁, v₁, u₂, …; the first half of the filters is class +1.
    const own = vectors.filter((k) => (k % 2 === 0) === r < rows / 2);
    const most = along.indexOf(Math.max(...along));
    return {
      norm,
      rest: 1 - along.reduce((sum, a) => sum + a * a, 0) / norm ** 2,
      most,
      cosine: along[most]! / norm,
      led: own.reduce((best, k) => (before[k]! > before[best]! ? k : best), own[0]!),
    };
  });
  const longest = Math.max(...filters.map(({ norm }) => norm));
  return filters.map(({ norm, rest, most, cosine, led }) => ({
    norm: rounded(norm / longest, 4),
    rest: rounded(rest, 4),
    most,
    cosine: rounded(cosine, 4),
    led,
  }));
}

export async function measureSeed(seed: number): Promise<KeptSeed> {
  const runs: Record<string, KeptRun> = {};
  for (const name of Object.keys(namedRuns)) runs[name] = await measureRun(name, seed);
  const curve: KeptSeed['curve'][number][] = [];
  for (const experiment of curveExperiments(seed))
    curve.push((await testEngine.complete({ experiment, backend: 'wasm', points: 0 })).summary);
  return { seed, runs, curve };
}
