import { patchByPatch, type WeightMatrix } from '../network/matrices';
import { energyInSpan } from '../spectrum/energy-in-span';
import { movedEnergy, type MovedEnergy } from '../spectrum/moved-energy';
import { singularValues } from '../spectrum/singular-values';
import { changeOf, type MatrixChange } from './change';
import type { TrainerState } from './trainer';

/** A weight matrix at one step, and what is measured of it. */
export interface MeasuredMatrix extends WeightMatrix {
  /** Descending, min(rows, columns) of them. Empty once the values are no longer finite. */
  readonly singularValues: Float64Array;
  /** Share of the matrix's energy in the signal span, ‖WΠ‖²_F / ‖W‖²_F; null where no signal span is known, or its rows are no filters. */
  readonly signalShare: number | null;
  /** The same of what training moved, W − W₀: what a run is judged by. Null at step 0 as well, and where W₀ is not known. */
  readonly moved: MovedEnergy | null;
  /** Absent where nobody asked for it, as on the page's own run. */
  readonly change?: MatrixChange | undefined;
}

/** A trained network at one step, as the page, the command line and the exports see it. */
export interface Snapshot extends Omit<TrainerState, 'matrices'> {
  readonly matrices: readonly MeasuredMatrix[];
}

/** A matrix of a recorded step; its values are given up where a run's would fill the memory, what is measured never. */
export type RecordedMatrix = Omit<MeasuredMatrix, 'values'> & { readonly values: MeasuredMatrix['values'] | null };

/** A recorded step of a run: all of its matrices have kept their values, or none. */
export interface HistoryPoint extends Omit<Snapshot, 'matrices'> {
  readonly matrices: readonly RecordedMatrix[];
}

/**
 * @param signal orthonormal rows [r × d]; null or empty where none is known.
 * @param initial the network's matrices at step 0, in the same order; null where what training moved is not asked for.
 * @param gradients of the loss in each matrix, where it is to be measured how each changes.
 */
export function takeSnapshot(
  state: TrainerState,
  signal: Float64Array | null,
  initial: readonly WeightMatrix[] | null = null,
  gradients: readonly Float64Array[] | null = null,
): Snapshot {
  // At step 0 nothing has moved, whatever a backend rounds first values to.
  const from = state.step === 0 ? null : initial;
  return {
    ...state,
    matrices: state.matrices.map((matrix, k) => {
      const one = measured(matrix, signal, from?.[k] ?? null);
      const start = initial?.[k],
        gradient = gradients?.[k];
      if (!start || !gradient?.every(Number.isFinite) || one.singularValues.length === 0) return one;
      // At step 0 nothing has moved, whatever a backend rounds first values to.
      return { ...one, change: changeOf(matrix, from ? start : matrix, gradient, spanOf(matrix, signal)) };
    }),
  };
}

/** The signal span, for rows that live in it. */
function spanOf({ role }: WeightMatrix, signal: Float64Array | null): Float64Array | null {
  return role === 'filters' && signal?.length ? signal : null;
}

function measured(matrix: WeightMatrix, signal: Float64Array | null, initial: WeightMatrix | null): MeasuredMatrix {
  if (!matrix.values.every(Number.isFinite))
    return { ...matrix, singularValues: new Float64Array(0), signalShare: null, moved: null };
  const span = spanOf(matrix, signal);
  return {
    ...matrix,
    singularValues: singularValues(matrix),
    signalShare: span && energyInSpan(patchByPatch(matrix), span),
    moved: span && initial && movedEnergy(matrix.values, initial.values, patchByPatch(matrix).columns, span),
  };
}

/** The same step without the values of its matrices. */
export function withoutValues(point: HistoryPoint): HistoryPoint {
  return { ...point, matrices: point.matrices.map((matrix) => ({ ...matrix, values: null })) };
}

/** Whether a recorded step has kept the values of its matrices. */
export function hasValues(point: HistoryPoint): point is Snapshot {
  return point.matrices.every(({ values }) => values !== null);
}
