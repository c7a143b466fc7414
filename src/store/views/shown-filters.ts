import { sourceOf } from '../../images/sources/list';
import type { Science } from '../../experiment/parameters';
import { imageShape, patchDimension } from '../../experiment/shape';
import { matrixShapes } from '../../network/architectures/shapes';
import { leading } from '../../network/matrices';
import { alignment, type Alignment } from '../../spectrum/alignment';
import { followed, type FollowedGroup } from '../../spectrum/followed';
import type { FollowFacts } from '../../strings/facts';
import type { HistoryPoint } from '../../training/snapshot';
import { filtersFrameOf } from './shown-frame';
import { valuesAt } from './frames';
import { memo } from './memo';
import { isUnderWay } from './status';
import { hasNoise } from './theory';
import { oneVector } from './thresholds';
import type { AppState, RunState } from '../state';

/** The filters that are shown, with what is needed to read them. */
export interface ShownFilters {
  readonly step: number;
  /** Row-major: a filter of d pixels a row, or of one as large as an image its part for each patch. */
  readonly filters: Float64Array | Float32Array;
  /** Unit signal vectors, [signalDimension × d]. */
  readonly signal: Float64Array;
  /** Orthonormal basis of their span; the vectors themselves where they are orthogonal. */
  readonly span: Float64Array;
  /** Patch side s. */
  readonly side: number;
  /** Grey, or planes of red, green and blue. */
  readonly channels: 1 | 3;
  /** Numbers in a patch, d. */
  readonly dimension: number;
  /** Parts of a filter; 1 where all patches share it. */
  readonly parts: number;
  /** Whether signal vectors belong to classes: u₁, v₁, …; those of real images do not. */
  readonly classed: boolean;
  /** Whether noise reaches the images. */
  readonly noisy: boolean;
}

/** The filters of a recorded step; null where it has none or they are those of another run. */
function filtersOf(
  frame: HistoryPoint | null,
  { signal, experiment }: Pick<RunState, 'signal' | 'experiment'>,
): ShownFilters | null {
  return frame && signal && experiment && shown(frame, signal, experiment);
}

const shown = memo((frame: HistoryPoint, span: Float64Array, experiment: Science): ShownFilters | null => {
  const { rows, columns, values } = leading(frame),
    expected = leading({ matrices: matrixShapes(experiment) });
  if (!values || rows !== expected.rows || columns !== expected.columns) return null;
  const { side, channels } = imageShape(experiment);
  const dimension = patchDimension(experiment);
  const { classed } = sourceOf(experiment).is;
  return {
    step: frame.step,
    filters: values,
    signal: signalVectors(span, experiment),
    span,
    side,
    channels,
    dimension,
    parts: columns / dimension,
    classed,
    noisy: hasNoise(experiment),
  };
});

/** The unit signal vectors of an experiment, of the basis of their span that its run has. The same object while nothing changes. */
export const signalVectors = memo(
  (span: Float64Array, experiment: Science): Float64Array => sourceOf(experiment).vectors?.(experiment, span) ?? span,
);

/** The filters under the cursor. The same object while nothing changes. */
export function shownFiltersOf(state: AppState): ShownFilters | null {
  return filtersOf(filtersFrameOf(state), state.run);
}

/** How filters lie to the signal vectors. */
export const alignmentOf = memo(({ filters, dimension, signal, span }: ShownFilters): Alignment =>
  alignment({ rows: filters.length / dimension, columns: dimension, values: filters }, span, signal),
);

/**
 * The filters by which all are sorted: at initialisation while a run goes on, where it has got otherwise, so that each
 * keeps its place while it sharpens, and while the cursor moves.
 */
export function sortingFiltersOf(state: AppState): ShownFilters | null {
  const { cursor, initial, history } = state.run;
  const underway = cursor === null && isUnderWay(state.run);
  return filtersOf(underway ? initial : valuesAt(history, Infinity), state.run);
}

/** Filters by the signal vector that they follow; at initialisation, by the one that they lean to most. */
export const groupsOf = memo((filters: ShownFilters): FollowedGroup[] =>
  followed(alignmentOf(filters), filters.classed, filters.step === 0 ? 1 : undefined),
);

/** What the filters follow in their own step, counted, whatever they are sorted by. */
export function followFacts(shown: ShownFilters): FollowFacts {
  const groups = groupsOf(shown);
  const count = (are: (feature: FollowedGroup['feature']) => boolean) =>
    groups.reduce((sum, { feature, filters }) => sum + (are(feature) ? filters.length : 0), 0);
  const { cosines, rest } = alignmentOf(shown),
    vectors = cosines.length / rest.length;
  const mixed = groups
    .flatMap(({ feature, filters }) => (typeof feature === 'number' ? filters.map((i) => i * vectors + feature) : []))
    .filter((at) => cosines[at]! ** 2 < oneVector).length;
  return {
    filters: shown.filters.length / shown.dimension,
    parts: shown.parts,
    following: count((feature) => typeof feature === 'number') - mixed,
    mixed,
    noise: count((feature) => feature === 'noise'),
    idle: count((feature) => feature === 'idle'),
    noisy: shown.noisy,
  };
}

/** The filters' energy along each direction of the signal, Σ_r ⟨w_r, u_k⟩², and how many filters follow it. */
export interface SharedEnergy {
  readonly energies: readonly number[];
  readonly followers: readonly number[];
  /** Of all energy, what lies along them. */
  readonly share: number;
}

/** Null where no direction is known to be signal, signal vectors share energy as they are not orthogonal, or the filters are all zero. */
export const sharedEnergyOf = memo((shown: ShownFilters): SharedEnergy | null => {
  const { cosines, norms } = alignmentOf(shown);
  const count = cosines.length / norms.length;
  const total = norms.reduce((sum, norm) => sum + norm * norm, 0);
  if (!(count > 0) || !(total > 0) || shown.signal !== shown.span) return null;
  const energies = Array.from({ length: count }, (_, k) =>
    norms.reduce((sum, norm, r) => sum + (norm * cosines[r * count + k]!) ** 2, 0),
  );
  const followers = energies.map((_, k) =>
    groupsOf(shown).reduce((sum, { feature, filters }) => sum + (feature === k ? filters.length : 0), 0),
  );
  return { energies, followers, share: Math.min(1, energies.reduce((sum, one) => sum + one, 0) / total) };
});

/** One filter's cosines with every signal vector and the size of the rest, √(1 − Σ cos²), at every step that has filters. */
export interface FilterTrack {
  readonly steps: readonly number[];
  /** By signal vector, then by step. */
  readonly cosines: readonly (readonly number[])[];
  readonly rest: readonly number[];
}

export function trackOf(run: Pick<RunState, 'history' | 'signal' | 'experiment'>, filter: number): FilterTrack | null {
  const frames = run.history.flatMap((point) => filtersOf(point, run) ?? []);
  const first = frames[0];
  if (!first) return null;
  const columns = first.dimension,
    count = first.signal.length / columns;
  const rows = frames.map(({ filters, signal, span }) =>
    alignment({ rows: 1, columns, values: filters.subarray(filter * columns, (filter + 1) * columns) }, span, signal),
  );
  return {
    steps: frames.map(({ step }) => step),
    cosines: Array.from({ length: count }, (_, k) => rows.map(({ cosines }) => cosines[k]!)),
    rest: rows.map(({ rest }) => Math.sqrt(rest[0]!)),
  };
}
