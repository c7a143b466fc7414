import { filterShape } from '../network/filters';
import type { MeasuredMatrix, RecordedMatrix } from './snapshot';

/** For tests: a two-layer network's filters as a step records them, with these singular values, moved within the span as their energy is, along six vectors; without values where none are given. */
export function recordedFilters(
  singularValues: ArrayLike<number>,
  signalShare: number | null = null,
): [RecordedMatrix & { readonly values: null }] {
  return [{ ...filters(singularValues, signalShare), values: null }];
}

/** The same with values. */
export function keptFilters(
  singularValues: ArrayLike<number>,
  signalShare: number | null = null,
  values = new Float64Array(4),
): [MeasuredMatrix] {
  return [{ ...filters(singularValues, signalShare), values }];
}

function filters(singularValues: ArrayLike<number>, signalShare: number | null): Omit<MeasuredMatrix, 'values'> {
  const moved = signalShare === null ? null : { share: signalShare, along: new Float64Array(6), followed: 6 };
  return { ...filterShape(1, 2), singularValues: Float64Array.from(singularValues), signalShare, moved };
}
