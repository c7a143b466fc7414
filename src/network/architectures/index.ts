import { networkOf } from '../../experiment/networks';
import type { Science } from '../../experiment/parameters';
import { imageShape } from '../../experiment/shape';
import type { Architecture } from '../architecture';
import type { MatrixShape } from '../matrices';
import { architectures } from './list';

/** The network that an experiment trains. */
export function architectureOf(experiment: Science): Architecture {
  return architectures[networkOf(experiment)];
}

/** Its weight matrices. */
export function matrixShapes(experiment: Science): readonly MatrixShape[] {
  return architectureOf(experiment).matrices(experiment);
}

/** Multiply-adds of a forward product over all images: what one step costs, and as much for its gradient. */
export function stepWork(experiment: Science): number {
  const weights = matrixShapes(experiment).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return experiment.n * imageShape(experiment).patches * weights;
}
