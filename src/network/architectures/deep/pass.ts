import type { PatchedImages } from '../../../images/patched-images';
import { huberizedRelu, type Activation } from '../../activation';
import type { NetworkSettings } from '../../architecture';
import { lossSlope } from '../../loss';
import type { WeightMatrix } from '../../matrices';
import { addOuter, addTransposed, products } from '../../products';

/** The deep network on one image at a time, so that memory does not grow with n. */
export class DeepPass {
  /** h₁ … h_{L−1} of the latest image, [P × 2m] each. */
  readonly layers: readonly Float64Array[];
  /** Before each layer's activation, as large. */
  private readonly before: readonly Float64Array[];
  private readonly units: number;
  private readonly activation: Activation;
  /** ∂L/∂h of one patch, and of what stands before an activation. */
  private readonly slopes: Float64Array;
  private readonly slopesBefore: Float64Array;

  constructor(
    private readonly matrices: readonly WeightMatrix[],
    private readonly settings: NetworkSettings,
    private readonly images: PatchedImages,
  ) {
    this.units = matrices[0]!.rows;
    const room = () => new Float64Array(images.patches * this.units);
    this.layers = matrices.map(room);
    this.before = matrices.map(room);
    this.activation = huberizedRelu(settings.q, settings.kappa);
    this.slopes = new Float64Array(this.units);
    this.slopesBefore = new Float64Array(this.units);
  }

  /** f(x_i); its layers are then `layers`. */
  forward(i: number): number {
    const { matrices, units, images, layers, before } = this;
    const { patches, dimension, values } = images,
      { width } = this.settings,
      { value } = this.activation;
    let sum = 0;
    for (let p = 0; p < patches; p++) {
      const from = p * units,
        to = from + units;
      for (let l = 0; l < matrices.length; l++) {
        const z = before[l]!.subarray(from, to),
          h = layers[l]!;
        if (l === 0) products(matrices[0]!.values, values, (i * patches + p) * dimension, dimension, z);
        else products(matrices[l]!.values, layers[l - 1]!, from, units, z);
        for (let r = 0; r < units; r++)
          h[from + r] = l === 0 ? value(z[r]!) : layers[l - 1]![from + r]! + Math.max(z[r]!, 0);
      }
      const last = layers.at(-1)!;
      for (let r = 0; r < units; r++) sum += r < width ? last[from + r]! : -last[from + r]!;
    }
    return sum / width;
  }

  /** Adds the part that image i has in the gradient. @param f its output, of the `forward` just made. */
  backward(i: number, f: number, into: readonly Float64Array[]): void {
    const { matrices, units, images, layers, before, slopes, slopesBefore } = this;
    const { patches, dimension, values, labels, count } = images,
      { width } = this.settings,
      { slope } = this.activation;
    const towards = lossSlope(f, labels[i]!, count) / width;
    for (let p = 0; p < patches; p++) {
      const from = p * units;
      slopes.fill(towards, 0, width).fill(-towards, width);
      for (let l = matrices.length - 1; l > 0; l--) {
        for (let r = 0; r < units; r++) slopesBefore[r] = before[l]![from + r]! > 0 ? slopes[r]! : 0;
        addOuter(slopesBefore, layers[l - 1]!, from, units, into[l]!);
        addTransposed(matrices[l]!.values, slopesBefore, slopes);
      }
      for (let r = 0; r < units; r++) slopesBefore[r] = slopes[r]! * slope(before[0]![from + r]!);
      addOuter(slopesBefore, values, (i * patches + p) * dimension, dimension, into[0]!);
    }
  }
}
