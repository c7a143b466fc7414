import type { NetworkName } from '../experiment/networks';
import type { Experiment, Science } from '../experiment/parameters';
import type { PatchedImages } from '../images/patched-images';
import type { MatrixShape, WeightMatrix } from './matrices';

/** What stays fixed while a network trains. */
export interface NetworkSettings {
  /** Width m: filters per class. */
  readonly width: number;
  /** Exponent q and threshold κ of the Huberized ReLU. */
  readonly q: number;
  readonly kappa: number;
}

/** What a network says of images. */
export interface Said {
  /** f(x_i), in double precision, [n]. */
  readonly outputs: Float64Array;
}

/** Makes the stream of standard normals of a name; the caller owns its seed. */
export type NormalStream = (name: string) => () => number;

/** A network that can be trained: its matrices, and the oracle for whatever backend trains it. Each runs on `cpu`. */
export interface Architecture {
  readonly name: NetworkName;
  /** The weight matrices of an experiment's network, filters first. */
  matrices(experiment: Science): readonly MatrixShape[];
  /** What images become on their way through, where the page takes a rank of it: one row a patch or image. */
  embeddings(experiment: Science): readonly MatrixShape[];
  /** The matrices at initialisation, each from streams of its own. */
  init(experiment: Science, stream: NormalStream): readonly WeightMatrix<Float64Array>[];
  forward(matrices: readonly WeightMatrix[], settings: NetworkSettings, images: PatchedImages): Said;
  /**
   * Gradient of the mean logistic loss in every matrix.
   * @param into one for each matrix, overwritten. @param onImage told the number of images done after each.
   */
  gradient(
    matrices: readonly WeightMatrix[],
    settings: NetworkSettings,
    images: PatchedImages,
    into: readonly Float64Array[],
    onImage?: (done: number) => void,
  ): void;
  /** How far a step moves each matrix against its gradient. @param lr of the experiment. */
  rates(settings: NetworkSettings, lr: number): readonly number[];
  readonly runsOn: readonly Exclude<Experiment['backend'], 'auto'>[];
}
