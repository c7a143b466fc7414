import type { PatchedImages } from '../../../images/patched-images';
import { huberizedRelu, identity, type Activation } from '../../activation';
import type { NetworkSettings } from '../../architecture';
import { lossSlope } from '../../loss';
import type { WeightMatrix } from '../../matrices';
import { addOuter, addTransposed, products } from '../../products';
import { softmax } from '../../softmax';

/** The transformer on one image at a time, so that memory does not grow with n. */
export class TransformerPass {
  /** Of the latest image: t, [P × 2m]; α, [P]; o and v, [2m]. */
  readonly tokens: Float64Array;
  readonly attention: Float64Array;
  readonly read: Float64Array;
  readonly last: Float64Array;
  /** Before the tokens' activation, and E's slopes of one patch. */
  private readonly before: Float64Array;
  private readonly patchSlopes: Float64Array;
  /** b; W_V b, later ∂L/∂b; W_M o, later the slope before its activation; ∂L/∂o. */
  private readonly pooled: Float64Array;
  private readonly pooledSlopes: Float64Array;
  private readonly mixed: Float64Array;
  private readonly readSlopes: Float64Array;
  private readonly scores: Float64Array;
  /** W_Q c, [k], and u = W_Kᵀ W_Q c/√k, what the class token looks for in a token, [2m]. */
  private readonly query: Float64Array;
  private readonly sought: Float64Array;
  /** ∂L/∂u/√k, summed over images. */
  private readonly soughtSlopes: Float64Array;
  private readonly units: number;
  private readonly rootOfSize: number;
  private readonly activation: Activation;

  constructor(
    private readonly matrices: readonly WeightMatrix[],
    private readonly settings: NetworkSettings,
    private readonly images: PatchedImages,
  ) {
    const [filters, token, queries, keys] = matrices;
    const units = (this.units = filters!.rows);
    const vector = () => new Float64Array(units);
    this.tokens = new Float64Array(images.patches * units);
    this.before = new Float64Array(images.patches * units);
    this.attention = new Float64Array(images.patches);
    this.scores = new Float64Array(images.patches);
    [this.read, this.last, this.patchSlopes, this.pooled] = [vector(), vector(), vector(), vector()];
    [this.pooledSlopes, this.mixed, this.readSlopes] = [vector(), vector(), vector()];
    [this.sought, this.soughtSlopes] = [vector(), vector()];
    this.activation = settings.token === 'linear' ? identity : huberizedRelu(settings.q, settings.kappa);
    this.rootOfSize = Math.sqrt(queries!.rows);
    this.query = new Float64Array(queries!.rows);
    products(queries!.values, Float64Array.from(token!.values), 0, units, this.query);
    addTransposed(keys!.values, this.query, this.sought);
    for (let r = 0; r < units; r++) this.sought[r]! /= this.rootOfSize;
  }

  /** f(x_i). */
  forward(i: number): number {
    const { units, images, tokens, before, attention, pooled, read, last, mixed, sought, matrices } = this;
    const { patches, dimension, values } = images,
      { width } = this.settings,
      { value } = this.activation;
    for (let p = 0; p < patches; p++) {
      const from = p * units,
        z = before.subarray(from, from + units);
      products(matrices[0]!.values, values, (i * patches + p) * dimension, dimension, z);
      let score = 0;
      for (let r = 0; r < units; r++) score += (tokens[from + r] = value(z[r]!)) * sought[r]!;
      attention[p] = score;
    }
    softmax(attention);
    pooled.fill(0);
    for (let p = 0; p < patches; p++) {
      const by = patches * attention[p]!;
      for (let r = 0; r < units; r++) pooled[r]! += by * tokens[p * units + r]!;
    }
    products(matrices[4]!.values, pooled, 0, units, read);
    for (let r = 0; r < units; r++) read[r]! += pooled[r]!;
    products(matrices[5]!.values, read, 0, units, mixed);
    let sum = 0;
    for (let r = 0; r < units; r++) {
      last[r] = read[r]! + Math.max(mixed[r]!, 0);
      sum += r < width ? last[r]! : -last[r]!;
    }
    return sum / width;
  }

  /** Adds the part that image i has in the gradient. @param f its output, of the `forward` just made. */
  backward(i: number, f: number, [filters, , , , values, mixing]: readonly Float64Array[]): void {
    const { units, images, tokens, before, attention, scores, pooled, read, mixed, matrices } = this;
    const { patchSlopes, pooledSlopes, readSlopes, sought, soughtSlopes } = this;
    const { patches, dimension, labels, count } = images,
      { width } = this.settings,
      { slope } = this.activation;
    const towards = lossSlope(f, labels[i]!, count) / width;
    readSlopes.fill(towards, 0, width).fill(-towards, width);
    for (let r = 0; r < units; r++) mixed[r] = mixed[r]! > 0 ? readSlopes[r]! : 0;
    addOuter(mixed, read, 0, units, mixing!);
    addTransposed(matrices[5]!.values, mixed, readSlopes);
    addOuter(readSlopes, pooled, 0, units, values!);
    pooledSlopes.set(readSlopes);
    addTransposed(matrices[4]!.values, readSlopes, pooledSlopes);
    let mean = 0;
    for (let p = 0; p < patches; p++) {
      let by = 0;
      for (let r = 0; r < units; r++) by += pooledSlopes[r]! * tokens[p * units + r]!;
      scores[p] = patches * by;
      mean += scores[p]! * attention[p]!;
    }
    for (let p = 0; p < patches; p++) {
      const from = p * units,
        byScore = attention[p]! * (scores[p]! - mean),
        byToken = patches * attention[p]!;
      for (let r = 0; r < units; r++) {
        soughtSlopes[r]! += (byScore * tokens[from + r]!) / this.rootOfSize;
        patchSlopes[r] = (byToken * pooledSlopes[r]! + byScore * sought[r]!) * slope(before[from + r]!);
      }
      addOuter(patchSlopes, images.values, (i * patches + p) * dimension, dimension, filters!);
    }
  }

  /** Adds what all images together have in the gradients of c, W_Q and W_K: u is the same for all. */
  finish([, token, queries, keys]: readonly Float64Array[]): void {
    const { matrices, query, soughtSlopes, units } = this;
    addOuter(query, soughtSlopes, 0, units, keys!);
    const byQuery = new Float64Array(query.length);
    products(matrices[3]!.values, soughtSlopes, 0, units, byQuery);
    addOuter(byQuery, Float64Array.from(matrices[1]!.values), 0, units, queries!);
    addTransposed(matrices[2]!.values, byQuery, token!);
  }
}
