import type { Science } from '../experiment/parameters';

/** How a gradient becomes a step. */
export interface OptimiserSettings extends Pick<Science, 'opt' | 'batch' | 'decay'> {}

/** Full-batch gradient descent. */
export const gradientDescent: OptimiserSettings = { opt: 'gd', batch: 0, decay: 0 };

/** Moves a matrix by one step. @param slopes its gradient of the mean loss, by entry. */
export type Move = (values: Float64Array, slopes: Float64Array) => void;

/** Decay rates of the running means of the gradient and, for Adam, of its square; Adam's least denominator. */
const keeps = 0.9,
  keepsSquares = 0.999,
  least = 1e-8;

/**
 * The rule by which one matrix moves: w ← w − (rate/m)·direction(m·∂L/∂w + λw). The direction is the gradient g itself (gd);
 * its running mean v ← 0.9v + 0.1g, so that a rate means the same (momentum); or Adam's (Kingma and Ba 2015; 0.9, 0.999, 1e-8),
 * the mean over the root of the mean square, both corrected for their start at zero.
 * @param width m. @param rate as in `TrainingProblem.rates`. @param size entries of the matrix.
 */
export function moveBy({ opt, decay }: OptimiserSettings, width: number, rate: number, size: number): Move {
  if (rate === 0) return () => {};
  if (opt === 'gd' && decay === 0)
    return (values, slopes) => {
      for (let i = 0; i < size; i++) values[i]! -= rate * slopes[i]!;
    };
  const perFilter = rate / width;
  const means = opt === 'gd' ? null : new Float64Array(size),
    squares = opt === 'adam' ? new Float64Array(size) : null;
  let steps = 0;
  return (values, slopes) => {
    steps += 1;
    const meanOf = 1 - keeps ** steps,
      squareOf = 1 - keepsSquares ** steps;
    for (let i = 0; i < size; i++) {
      let direction = width * slopes[i]! + decay * values[i]!;
      if (squares) squares[i] = keepsSquares * squares[i]! + (1 - keepsSquares) * direction * direction;
      if (means) direction = means[i] = keeps * means[i]! + (1 - keeps) * direction;
      if (squares) direction = direction / meanOf / (Math.sqrt(squares[i]! / squareOf) + least);
      values[i]! -= perFilter * direction;
    }
  };
}

/**
 * How far a step moves each matrix. Adam's steps have its rate's length whatever the gradient, so every matrix that moves at
 * all has the same.
 * @param rates of gradient descent. @param lr of the experiment.
 */
export function ratesOf(rates: readonly number[], opt: Science['opt'], width: number, lr: number): readonly number[] {
  return opt === 'adam' ? rates.map((rate) => (rate === 0 ? 0 : lr * width)) : rates;
}
