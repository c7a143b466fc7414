import { networkOf, type NetworkName } from '../../experiment/networks';
import type { Science } from '../../experiment/parameters';
import { imageShape } from '../../experiment/shape';
import type { NetworkShape } from '../architecture';
import { entriesOf, type MatrixShape } from '../matrices';
import { cnnShape } from './cnn/shape';
import { deepShape } from './deep/shape';
import { denseShape } from './dense/shape';
import { transformerShape } from './transformer/shape';

/** What each network is made of. Apart from the networks themselves, as the page asks for no more before its first figure. */
const shapes: Readonly<Record<NetworkName, NetworkShape>> = {
  cnn: cnnShape,
  deep: deepShape,
  transformer: transformerShape,
  dense: denseShape,
};

/** Of the network that an experiment trains. */
export const shapeOf = (experiment: Science): NetworkShape => shapes[networkOf(experiment)];

/** Its weight matrices. */
export function matrixShapes(experiment: Science): readonly MatrixShape[] {
  return shapeOf(experiment).matrices(experiment);
}

/** Multiply-adds of a forward product over all images: what one step costs, and as much for its gradient. */
export function stepWork(experiment: Science): number {
  return experiment.n * imageShape(experiment).patches * entriesOf(matrixShapes(experiment));
}
