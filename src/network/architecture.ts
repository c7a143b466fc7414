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
  /** Layers of the deep network, the filters and the fixed head among them. */
  readonly depth: number;
  /** What the transformer makes of a patch: its filters' activations, or their products as they are. */
  readonly token: Science['token'];
}

/** What a network says of images. */
export interface Said {
  /** f(x_i), in double precision, [n]. */
  readonly outputs: Float64Array;
  /** Where there is attention: the share that each patch has of it, [n × P], rows that add up to one. */
  readonly attention?: Float64Array;
}

/** Rows of numbers, row-major. */
interface Rows {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** What images have become somewhere on their way through a network. */
export interface Embedding {
  /** `x` the images themselves; `h1`, `h2`, … after so many layers; of a transformer `t` its tokens, `o` what attention has read of them, `v` what the head sees. */
  readonly name: 'x' | `h${number}` | 't' | 'o' | 'v';
  /** One row a patch, [nP × ·]; null where patches are no longer apart. */
  readonly patch: Rows | null;
  /** One row an image, [n × ·]: the sum over its patches. */
  readonly pooled: Rows;
}

/** Makes the stream of standard normals of a name; the caller owns its seed. */
export type NormalStream = (name: string) => () => number;

/** What a network is made of, and where it can be trained: each on `cpu`. */
export interface NetworkShape {
  readonly name: NetworkName;
  /** The weight matrices of an experiment's network, filters first. */
  matrices(experiment: Science): readonly MatrixShape[];
  /** Where its gradient descent can run; `training/backend-choice.ts` says where an experiment can. */
  readonly runsOn: readonly Exclude<Experiment['backend'], 'auto'>[];
}

/** A network that can be trained: its matrices, and the oracle for whatever backend trains it. */
export interface Architecture extends NetworkShape {
  /** Images as this network sees them, in the patches that its filters meet. */
  seen(images: PatchedImages): PatchedImages;
  /** What images become on their way through, in order. @param images as they are `seen`. */
  embed(matrices: readonly WeightMatrix[], settings: NetworkSettings, images: PatchedImages): readonly Embedding[];
  /** The matrices at initialisation, each from streams of its own. */
  init(experiment: Science, stream: NormalStream): readonly WeightMatrix<Float64Array>[];
  /** @param images as they are `seen`. */
  forward(matrices: readonly WeightMatrix[], settings: NetworkSettings, images: PatchedImages): Said;
  /**
   * Gradient of the mean logistic loss in every matrix.
   * @param images as they are `seen`. @param into one for each matrix, overwritten.
   * @param onImage told the number of images done after each.
   */
  gradient(
    matrices: readonly WeightMatrix[],
    settings: NetworkSettings,
    images: PatchedImages,
    into: readonly Float64Array[],
    onImage?: (done: number) => void,
  ): void;
  /** How far a step of gradient descent moves each matrix against its gradient; 0 where it stays as drawn. @param lr of the experiment. */
  rates(settings: NetworkSettings, lr: number): readonly number[];
}

/** An experiment's settings of its network. */
export function settingsOf({ m: width, q, kappa, depth, token }: Science): NetworkSettings {
  return { width, q, kappa, depth, token };
}
