import type { Machine, Product } from './kernel';
import { panelRows } from './kernel';
import type { LearnerProblem } from './learner-problem';
import type { TrainedMatrix } from './matrix';
import {
  activatedBy,
  inSlices,
  placeHead,
  slicePanels,
  unitBytes,
  type Heard,
  type KernelNetwork,
  type Pass,
} from './network';
import type { Stage } from './stage';

/**
 * Networks that take every patch through the same layers: h₁ = φ(W₁x), h_l = h_{l−1} + relu(W_l h_{l−1}), f = Σ_p ⟨a, h⟩. With
 * filters alone it is the two-layer network. Equal patches become equal rows in every layer, so that one of them is enough.
 */
export class LayeredNetwork implements KernelNetwork {
  readonly head: number;
  readonly activated: Product;

  constructor(
    readonly machine: Machine,
    { width, q }: LearnerProblem,
    readonly matrices: readonly TrainedMatrix[],
  ) {
    this.head = placeHead(machine, width, matrices[0]!.rows);
    this.activated = activatedBy(machine.kernel, q);
  }

  pass(stage: Stage): Pass {
    return new LayeredPass(this, stage);
  }
}

class LayeredPass implements Pass {
  /** h_l and the gate of layer l of every row, [panel][unit][8]. */
  private readonly layers: readonly { readonly out: number; readonly gate: number }[];
  /** ⟨a, h⟩ of every row, and the weight with which its gradient begins. */
  private readonly sums: number;
  private readonly weights: number;
  /** Of one slice: ∂L/∂h_l, and ∂L/∂z of a layer and of the next. */
  private readonly slopes: number;
  private readonly gated: readonly [number, number];

  constructor(
    private readonly network: LayeredNetwork,
    readonly stage: Stage,
  ) {
    const { machine, matrices } = network;
    const rows = stage.mostPanels * panelRows,
      units = matrices[0]!.rows;
    this.layers = matrices.map(() => ({ out: machine.take(rows * units), gate: machine.take(rows * units) }));
    this.sums = machine.take(rows);
    this.weights = machine.take(rows);
    const slice = slicePanels * panelRows * units;
    this.slopes = machine.take(slice);
    this.gated = [machine.take(slice), machine.take(slice)];
  }

  forward(out: Float64Array, heard?: Heard): void {
    const { stage, network, layers } = this;
    const { machine, matrices, head } = network;
    const { kernel } = machine;
    const units = matrices[0]!.rows;
    inSlices(stage.panels, (first, panels) => {
      const at = first * units * unitBytes;
      matrices.forEach(({ tiles, columns }, l) => {
        const { out: h, gate } = layers[l]!;
        const below = l === 0 ? stage.rows + first * columns * unitBytes : layers[l - 1]!.out + at;
        const product = l === 0 ? network.activated : kernel.productResidual;
        product(below, panels, columns, tiles, units, below, h + at, gate + at, 0);
      });
      kernel.sums(layers.at(-1)!.out + at, panels, units, head, this.sums + first * unitBytes);
      heard?.((first + panels) / stage.panels);
    });
    const sums = machine.floats(this.sums, stage.panels * panelRows),
      rowOfPatch = stage.rowOfPatch();
    for (let i = 0, at = 0; i < stage.count; i++) {
      let f = 0;
      for (let p = 0; p < stage.patches; p++, at++) if (rowOfPatch[at]! >= 0) f += sums[rowOfPatch[at]!]!;
      out[i] = f;
    }
  }

  backward(slopes: Float64Array, heard?: Heard): void {
    const { stage, network, layers } = this;
    const { machine, matrices, head } = network;
    const { kernel } = machine;
    const units = matrices[0]!.rows;
    this.weigh(slopes);
    inSlices(stage.panels, (first, panels) => {
      const at = first * units * unitBytes;
      let [upper, lower] = this.gated;
      const weights = this.weights + first * unitBytes;
      kernel.seed(weights, panels, head, units, layers.at(-1)!.gate + at, this.slopes, upper);
      for (let l = matrices.length - 1; l > 0; l--) {
        const { gradient, transposed } = matrices[l]!,
          below = layers[l - 1]!;
        kernel.accumulate(upper, units, below.out + at, units, panels, gradient);
        kernel.productGated(upper, panels, units, transposed, units, this.slopes, this.slopes, below.gate + at, lower);
        [upper, lower] = [lower, upper];
      }
      const { gradient, columns } = matrices[0]!;
      kernel.accumulate(upper, units, stage.rows + first * columns * unitBytes, columns, panels, gradient);
      heard?.((first + panels) / stage.panels);
    });
  }

  /** The weight of a row: the slopes of all images that hold it. */
  private weigh(slopes: Float64Array): void {
    const { stage } = this;
    const weights = new Float64Array(stage.panels * panelRows),
      rowOfPatch = stage.rowOfPatch();
    for (let i = 0, at = 0; i < stage.count; i++)
      for (let p = 0; p < stage.patches; p++, at++) if (rowOfPatch[at]! >= 0) weights[rowOfPatch[at]!]! += slopes[i]!;
    this.network.machine.floats(this.weights, weights.length).set(weights);
  }
}
