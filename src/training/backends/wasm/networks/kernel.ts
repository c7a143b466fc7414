import { allocate, exportsOf, noMemory, pageBytes, type KernelVariant } from '../kernel';
import { roundUp } from '../round-up';
import { plainKernel, relaxedKernel } from './kernel-bytes';

/** z = ⟨w_unit, row⟩ of `panels` panels of rows, and what becomes of it. */
export type Product = (
  rows: number,
  panels: number,
  inner: number,
  tiles: number,
  units: number,
  base: number,
  out: number,
  gate: number,
  gated: number,
) => void;

/** Moves `count` weights by one step of a rule. */
export type Step = (
  count: number,
  weights: number,
  carry: number,
  gradient: number,
  mean: number,
  square: number,
  scale: number,
  decay: number,
  rate: number,
  unbias: number,
) => void;

/** Between images and the rows of their patches. */
type Between = (
  images: number,
  patches: number,
  which: number,
  weights: number,
  rows: number,
  units: number,
  of: number,
) => void;

/** The exports of `src/training/kernel/networks`, where each is documented. All offsets are bytes into the imported memory. */
export interface NetworksKernel extends Readonly<
  Record<
    | 'productIdentity'
    | 'productRelu'
    | 'product2'
    | 'product3'
    | 'product4'
    | 'productReal'
    | 'productResidual'
    | 'productSum'
    | 'productGated',
    Product
  >
> {
  configure(dimension: number, classFilters: number, q: number, kappa: number): void;
  accumulate(left: number, units: number, right: number, columns: number, panels: number, gradient: number): void;
  gather(rows: number, columns: number, which: number, panels: number, out: number): void;
  scatter(from: number, panels: number, columns: number, rows: number): void;
  tile(weights: number, units: number, columns: number, out: number): void;
  tileTransposed(weights: number, units: number, columns: number, out: number): void;
  sums(rows: number, panels: number, units: number, vector: number, out: number): void;
  seed(weights: number, panels: number, vector: number, units: number, gate: number, out: number, gated: number): void;
  seedTokens(weights: number, panels: number, vector: number, units: number, gate: number, rows: number): void;
  readonly pool: Between;
  readonly spread: Between;
  readonly agree: Between;
  readonly descend: Step;
  readonly momentum: Step;
  readonly adam: Step;
}

export const plainNetworks: KernelVariant = { device: 'SIMD', hex: plainKernel };
export const relaxedNetworks: KernelVariant = { device: 'relaxed SIMD', hex: relaxedKernel };

/** Rows of a panel, and units of a tile: what the kernel is compiled for. */
export const panelRows = 8,
  tileUnits = 4;

/** The kernel over a memory from which networks take what they need, once and for all. */
export class Machine {
  private used = 0;

  private constructor(
    readonly kernel: NetworksKernel,
    private readonly memory: WebAssembly.Memory,
  ) {}

  /** @throws BackendUnavailableError where WebAssembly is forbidden. */
  static async make(variant: KernelVariant, q: number, kappa: number): Promise<Machine> {
    const memory = allocate(pageBytes);
    const kernel = await exportsOf<NetworksKernel>(variant, memory);
    kernel.configure(0, 0, q, kappa);
    return new Machine(kernel, memory);
  }

  /** Place for so many numbers of four bytes, zeros, in whole cache lines. @throws BackendUnavailableError without memory. */
  take(numbers: number): number {
    const at = this.used;
    this.used += roundUp(4 * numbers, 64);
    const missing = this.used - this.memory.buffer.byteLength;
    if (missing > 0) {
      try {
        this.memory.grow(Math.ceil(missing / pageBytes));
      } catch (cause) {
        throw noMemory(this.used, cause);
      }
    }
    return at;
  }

  /** What lies there: to be asked for anew after a `take`. */
  floats(at: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, at, length);
  }

  integers(at: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, at, length);
  }
}
