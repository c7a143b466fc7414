import type { WeightMatrix } from '../../../../network/matrices';
import type { OptimiserSettings } from '../../../optimiser';
import { tileUnits, type Machine } from './kernel';
import { roundUp } from '../round-up';

/** How a matrix moves: `moveBy` of `training/optimiser.ts`, whose rule the kernel holds as well. */
export interface Motion extends Pick<OptimiserSettings, 'opt' | 'decay'> {
  /** m. */
  readonly width: number;
  /** As in `TrainingProblem.rates`. */
  readonly rate: number;
}

/** What products it is for: forward, whose sums run over columns, and back to the layer below. */
export type Use = 'forward' | 'both' | 'none';

/** A weight matrix in the kernel's memory, rows and columns padded with zeros, with its gradient and what its rule remembers. */
export class TrainedMatrix {
  readonly rows: number;
  readonly columns: number;
  /** [rows × columns], to which products add, and which a step empties. */
  readonly gradient: number;
  /** Weights in tiles as the products read them; −1 where they are not for it. */
  readonly tiles: number;
  readonly transposed: number;
  private readonly weights: number;
  private readonly carry: number;
  private readonly mean: number;
  private readonly square: number;

  constructor(
    private readonly machine: Machine,
    private readonly given: WeightMatrix<Float64Array>,
    private readonly motion: Motion,
    use: Use,
  ) {
    this.rows = roundUp(given.rows, tileUnits);
    this.columns = roundUp(given.columns, tileUnits);
    const size = this.rows * this.columns;
    this.weights = machine.take(size);
    this.carry = machine.take(size);
    this.gradient = machine.take(size);
    this.mean = motion.opt === 'gd' ? 0 : machine.take(size);
    this.square = motion.opt === 'adam' ? machine.take(size) : 0;
    this.tiles = use === 'none' ? -1 : machine.take(size);
    this.transposed = use === 'both' ? machine.take(size) : -1;
    const weights = this.values(),
      carry = machine.floats(this.carry, size);
    this.each((from, to) => {
      weights[to] = given.values[from]!;
      // What single precision cannot hold goes to the step's carry.
      carry[to] = given.values[from]! - weights[to]!;
    });
    this.pack();
  }

  /** Moves the weights against their gradient. @param taken steps before this one. */
  step(taken: number): void {
    const { opt, decay, width, rate } = this.motion;
    if (!this.moves) return;
    const { kernel } = this.machine;
    const rule = { gd: kernel.descend, momentum: kernel.momentum, adam: kernel.adam }[opt];
    const perFilter = rate / width;
    const adam = opt === 'adam';
    rule(
      this.rows * this.columns,
      this.weights,
      this.carry,
      this.gradient,
      this.mean,
      this.square,
      width,
      decay,
      adam ? perFilter / (1 - 0.9 ** (taken + 1)) : perFilter,
      adam ? 1 / (1 - 0.999 ** (taken + 1)) : 1,
    );
    this.pack();
  }

  /** Whether steps move it. */
  get moves(): boolean {
    return this.motion.rate !== 0;
  }

  /** What lies at `gradient`. */
  gradientValues(): Float32Array {
    return this.machine.floats(this.gradient, this.rows * this.columns);
  }

  /** The weights as they lie there. */
  values(): Float32Array {
    return this.machine.floats(this.weights, this.rows * this.columns);
  }

  /** A copy, without the padding. */
  read(): WeightMatrix<Float32Array> {
    const out = new Float32Array(this.given.values.length),
      weights = this.values();
    this.each((to, from) => {
      out[to] = weights[from]!;
    });
    return { ...this.given, values: out };
  }

  private pack(): void {
    const { kernel } = this.machine;
    if (this.tiles >= 0) kernel.tile(this.weights, this.rows, this.columns, this.tiles);
    if (this.transposed >= 0) kernel.tileTransposed(this.weights, this.rows, this.columns, this.transposed);
  }

  /** Every entry by its place without padding and with. */
  private each(visit: (plain: number, padded: number) => void): void {
    const { rows, columns } = this.given;
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) visit(r * columns + c, r * this.columns + c);
  }
}
