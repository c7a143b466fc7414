import type { NpyArray } from '../formats/npy';
import { closePointsOf } from '../store/views/change';
import type { AppState } from '../store/state';

/** How the filters changed and where they were pulled, where that was asked for (T points): nothing is made for the file alone. */
export function changeArrays(state: AppState): Record<string, NpyArray> {
  const points = closePointsOf(state);
  const T = points.length;
  if (T === 0) return {};
  const spectra = (of: readonly Float64Array[]): NpyArray => ({
    values: Float64Array.from(of.flatMap((values) => [...values])),
    shape: [T, of[0]?.length ?? 0],
  });
  const line = (of: readonly (number | null | undefined)[]): NpyArray => ({
    values: Float64Array.from(of, (value) => value ?? NaN),
    shape: [T],
  });
  return {
    change_steps: { values: Int32Array.from(points, ({ step }) => step), shape: [T] },
    change_moved_singular_values: spectra(points.map(({ moved }) => moved)),
    change_gradient_singular_values: spectra(points.map(({ gradient }) => gradient.singularValues)),
    change_gradient_signal_share: line(points.map(({ gradient }) => gradient.energy?.share)),
    change_descent_cosine: line(points.map(({ gradient }) => gradient.cosine)),
  };
}
