import { softmax } from '../../../../network/softmax';
import { panelRows } from './kernel';
import { roundUp } from '../round-up';
import { inSlices, slicePanels, unitBytes, type Heard, type Pass } from './network';
import type { Stage } from './stage';
import type { TransformerNetwork } from './transformer';

/** The transformer's way with the images on a stage. */
export class TransformerPass implements Pass {
  /** Of patches: tokens and φ' in panels, tokens and their gradients row by row, scores and gradients of them. */
  private readonly tokens: number;
  private readonly gates: number;
  private readonly tokenRows: number;
  private readonly slopeRows: number;
  private readonly scores: number;
  /** Of images: attention, P·α or what of the gradient belongs to it; pooled tokens b, row by row; then b, o, v in panels. */
  private readonly weights: number;
  private readonly pooledRows: number;
  private readonly pooled: number;
  private readonly read: number;
  private readonly last: number;
  private readonly lastGate: number;
  /** f and ∂L/∂f of images; gradients by v, z, o and b of a slice in panels, and of tokens. */
  private readonly outputs: number;
  private readonly byLast: number;
  private readonly byMixed: number;
  private readonly byRead: number;
  private readonly byPooled: number;
  private readonly bySought: number;
  /** 0, 1, 2 …: rows in their order. */
  private readonly ascending: number;
  private readonly attention: Float64Array;

  constructor(
    private readonly network: TransformerNetwork,
    readonly stage: Stage,
  ) {
    const { machine, filters } = network;
    const units = filters.rows;
    const rows = stage.mostPanels * panelRows,
      images = roundUp(stage.most, panelRows);
    const slice = slicePanels * panelRows * units;
    this.tokens = machine.take(rows * units);
    this.gates = machine.take(rows * units);
    this.tokenRows = machine.take(rows * units);
    this.slopeRows = machine.take(rows * units);
    this.scores = machine.take(rows);
    this.weights = machine.take(stage.most * stage.patches);
    this.pooledRows = machine.take(images * units);
    this.pooled = machine.take(images * units);
    this.read = machine.take(images * units);
    this.last = machine.take(images * units);
    this.lastGate = machine.take(images * units);
    this.outputs = machine.take(images);
    this.byLast = machine.take(slice);
    this.byMixed = machine.take(slice);
    this.byRead = machine.take(slice);
    this.byPooled = machine.take(slice);
    this.bySought = machine.take(units);
    const most = Math.max(rows, images);
    this.ascending = machine.take(most);
    machine.integers(this.ascending, most).forEach((_, i, all) => {
      all[i] = i;
    });
    this.attention = new Float64Array(stage.most * stage.patches);
  }

  forward(out: Float64Array, heard?: Heard): void {
    const { stage, network } = this;
    const { machine, filters, values, mixing, attention, head } = network;
    const { kernel } = machine;
    const units = filters.rows;
    attention.look();
    inSlices(stage.panels, (first, panels) => {
      const at = first * units * unitBytes;
      const rows = stage.rows + first * filters.columns * unitBytes;
      network.tokens(rows, panels, filters.columns, filters.tiles, units, 0, this.tokens + at, this.gates + at, 0);
      kernel.sums(this.tokens + at, panels, units, attention.sought, this.scores + first * unitBytes);
      kernel.scatter(this.tokens + at, panels, units, this.tokenRows + at);
      heard?.((first + panels) / stage.panels);
    });
    this.attend();
    kernel.pool(stage.count, stage.patches, stage.which, this.weights, this.tokenRows, units, this.pooledRows);
    inSlices(this.imagePanels(), (first, panels) => {
      const at = first * units * unitBytes;
      const b = this.pooled + at,
        o = this.read + at,
        v = this.last + at;
      kernel.gather(this.pooledRows, units, this.ascending + first * unitBytes, panels, b);
      kernel.productSum(b, panels, units, values.tiles, units, b, o, 0, 0);
      kernel.productResidual(o, panels, units, mixing.tiles, units, o, v, this.lastGate + at, 0);
      kernel.sums(v, panels, units, head, this.outputs + first * unitBytes);
    });
    out.set(machine.floats(this.outputs, stage.count));
  }

  backward(slopes: Float64Array, heard?: Heard): void {
    const { stage, network } = this;
    const { machine, filters, attention } = network;
    const { kernel } = machine;
    const units = filters.rows;
    this.imagesBackward(slopes);
    // By attention: P⟨∂L/∂b, t_p⟩, of which only what moves one patch against the others counts.
    const between = [stage.count, stage.patches, stage.which] as const;
    machine.floats(this.slopeRows, stage.panels * panelRows * units).fill(0);
    kernel.spread(...between, this.weights, this.slopeRows, units, this.pooledRows);
    kernel.agree(...between, this.weights, this.tokenRows, units, this.pooledRows);
    this.scoreSlopes();
    // Panels × 8 rows as the patches of one image: Σ ∂L/∂s·t, by what attention looks for.
    kernel.pool(1, stage.panels * panelRows, this.ascending, this.scores, this.tokenRows, units, this.bySought);
    attention.learn(machine.floats(this.bySought, units));
    inSlices(stage.panels, (first, panels) => {
      const at = first * units * unitBytes,
        columns = filters.columns;
      // Tokens are not needed any more: their gradients take their place.
      const slopesAt = this.tokens + at;
      kernel.gather(this.slopeRows, units, this.ascending + first * unitBytes, panels, slopesAt);
      kernel.seedTokens(this.scores + first * unitBytes, panels, attention.sought, units, this.gates + at, slopesAt);
      kernel.accumulate(slopesAt, units, stage.rows + first * columns * unitBytes, columns, panels, filters.gradient);
      heard?.((first + panels) / stage.panels);
    });
  }

  private imagePanels(): number {
    return Math.ceil(this.stage.count / panelRows);
  }

  /** From scores to P·α. */
  private attend(): void {
    const { stage, attention } = this;
    const { machine } = this.network;
    const { patches } = stage;
    const scores = machine.floats(this.scores, stage.panels * panelRows),
      weights = machine.floats(this.weights, stage.count * patches);
    const row = stage.rowOfPatch();
    for (let i = 0; i < stage.count; i++) {
      const of = attention.subarray(i * patches, (i + 1) * patches);
      for (let p = 0; p < patches; p++) of[p] = row[i * patches + p]! < 0 ? 0 : scores[row[i * patches + p]!]!;
      softmax(of);
    }
    for (let at = 0; at < weights.length; at++) weights[at] = patches * attention[at]!;
  }

  /** Back from the outputs to pooled tokens: leaves ∂L/∂b row by row. */
  private imagesBackward(slopes: Float64Array): void {
    const { machine, filters, values, mixing, head } = this.network;
    const { kernel } = machine;
    const units = filters.rows,
      count = this.imagePanels();
    const weights = machine.floats(this.outputs, count * panelRows).fill(0);
    weights.set(slopes.subarray(0, this.stage.count));
    inSlices(count, (first, panels) => {
      const at = first * units * unitBytes,
        { byLast, byMixed, byRead, byPooled } = this;
      kernel.seed(this.outputs + first * unitBytes, panels, head, units, this.lastGate + at, byLast, byMixed);
      kernel.accumulate(byMixed, units, this.read + at, units, panels, mixing.gradient);
      kernel.productSum(byMixed, panels, units, mixing.transposed, units, byLast, byRead, 0, 0);
      kernel.accumulate(byRead, units, this.pooled + at, units, panels, values.gradient);
      kernel.productSum(byRead, panels, units, values.transposed, units, byRead, byPooled, 0, 0);
      kernel.scatter(byPooled, panels, units, this.pooledRows + at);
    });
  }

  /** From ⟨∂L/∂b, t⟩ of every patch to ∂L/∂s of every row, in place of its score. */
  private scoreSlopes(): void {
    const { stage, attention } = this;
    const { machine } = this.network;
    const { patches } = stage;
    const agreed = machine.floats(this.weights, stage.count * patches),
      row = stage.rowOfPatch(),
      sums = new Float64Array(stage.panels * panelRows);
    for (let i = 0; i < stage.count; i++) {
      const from = i * patches;
      let mean = 0;
      for (let p = 0; p < patches; p++) mean += attention[from + p]! * agreed[from + p]!;
      for (let p = 0; p < patches; p++) {
        const slope = patches * attention[from + p]! * (agreed[from + p]! - mean);
        if (row[from + p]! >= 0) sums[row[from + p]!]! += slope;
      }
    }
    machine.floats(this.scores, sums.length).set(sums);
  }
}
