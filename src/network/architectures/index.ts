import type { Science } from '../../experiment/parameters';
import { imageShape } from '../../experiment/shape';
import type { MatrixShape } from '../matrices';
import { filterShape } from './cnn/filters';

/** The weight matrices of the network that an experiment trains. */
export function matrixShapes(experiment: Science): readonly MatrixShape[] {
  return [filterShape(experiment.m, imageShape(experiment).side ** 2)];
}

/** Multiply-adds of a forward product over all images: what one step costs, and as much for its gradient. */
export function stepWork(experiment: Science): number {
  const weights = matrixShapes(experiment).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return experiment.n * imageShape(experiment).patches * weights;
}
