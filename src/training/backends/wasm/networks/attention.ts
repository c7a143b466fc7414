import { tileUnits, type Machine } from './kernel';
import { roundUp } from '../round-up';
import type { TrainedMatrix } from './matrix';

/** What the class token looks for, and how its matrices learn: vectors alone, in double precision. */
export class Attention {
  /** u = W_Kᵀ W_Q c/√k, which a token's score is its product with: [units], where the kernel reads it. */
  readonly sought: number;
  private readonly units: number;
  private readonly size: number;
  private readonly query: Float64Array;

  /** @param size k, without padding. */
  constructor(
    private readonly machine: Machine,
    private readonly token: TrainedMatrix,
    private readonly queries: TrainedMatrix,
    private readonly keys: TrainedMatrix,
    size: number,
  ) {
    this.units = roundUp(token.columns, tileUnits);
    this.sought = machine.take(this.units);
    this.size = size;
    this.query = new Float64Array(size);
  }

  /** Takes u from the matrices as they are. */
  look(): void {
    const { units, size, query } = this;
    const c = this.token.values(),
      queries = this.queries.values(),
      keys = this.keys.values();
    const u = new Float64Array(units);
    for (let k = 0; k < size; k++) {
      let sum = 0;
      for (let r = 0; r < units; r++) sum += queries[k * units + r]! * c[r]!;
      query[k] = sum;
      for (let r = 0; r < units; r++) u[r]! += keys[k * units + r]! * sum;
    }
    this.machine.floats(this.sought, units).set(u.map((value) => value / Math.sqrt(size)));
  }

  /** Adds to the gradients of W_Q and W_K. @param slopes ∂L/∂u, [units]. */
  learn(slopes: Float32Array): void {
    const { machine, units, size, query } = this;
    const c = this.token.values(),
      keys = this.keys.values();
    const byQueries = machine.floats(this.queries.gradient, size * units),
      byKeys = machine.floats(this.keys.gradient, size * units);
    for (let k = 0; k < size; k++) {
      let byQuery = 0;
      for (let r = 0; r < units; r++) byQuery += keys[k * units + r]! * slopes[r]!;
      for (let r = 0; r < units; r++) {
        byKeys[k * units + r]! += (query[k]! * slopes[r]!) / Math.sqrt(size);
        byQueries[k * units + r]! += (byQuery * c[r]!) / Math.sqrt(size);
      }
    }
  }
}
