import { BackendUnavailableError } from '../../trainer';
import { widestChunk } from './layout';
import { plainKernel, relaxedKernel } from './kernel-bytes';

/** Forward product of some panels of rows. */
type Forward = (
  rows: number,
  firstPanel: number,
  panels: number,
  filters: number,
  sums: number,
  slopes: number,
  keep: 0 | 1,
) => void;

/** Backward product of one chunk of pixels over some blocks of rows. */
type Accumulate = (
  firstBlock: number,
  blocks: number,
  rows: number,
  slopes: number,
  masks: number,
  gradient: number,
  stride: number,
) => void;

/** The exports of `src/training/kernel`, where each is documented. All offsets are bytes into the imported memory. */
interface KernelExports {
  readonly forward2: Forward;
  readonly forward3: Forward;
  readonly forward4: Forward;
  readonly forwardReal: Forward;
  configure(dimension: number, classFilters: number, q: number, kappa: number): void;
  hold(firstClass: number, classes: number): void;
  prepare(firstBlock: number, blocks: number, slopes: number, masks: number, weights: number): void;
  update(filters: number, carry: number, gradient: number): void;
  addGram(panels: number, rows: number, packed: number, tiles: number): void;
  readonly [name: `accumulate${number}`]: Accumulate;
}

/** The kernel for one shape and activation. */
export interface Kernel extends Pick<KernelExports, 'prepare' | 'update'> {
  readonly forward: Forward;
  /** By width of the chunk in vectors, 1 … `widestChunk` of the layout. */
  readonly accumulate: readonly Accumulate[];
}

/** One build of the kernel. */
export interface KernelVariant {
  /** For the status line: what the build needs of the processor. */
  readonly device: string;
  /** The binary in hexadecimal digits: it travels inside the script, so that a page opened from a file needs no fetch. */
  readonly hex: string;
}

export const plain: KernelVariant = { device: 'SIMD', hex: plainKernel };
export const relaxed: KernelVariant = { device: 'relaxed SIMD', hex: relaxedKernel };

/** Whether this engine accepts the variant: the actual bytes are asked, not a feature list. */
export function runsHere(variant: KernelVariant): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytesOf(variant));
}

/** The fastest variant that runs here. @param builds best first. @throws BackendUnavailableError where there is none. */
export function bestVariant(builds: readonly KernelVariant[] = [relaxed, plain]): KernelVariant {
  const variant = builds.find(runsHere);
  if (!variant) throw new BackendUnavailableError({ kind: 'no-simd' });
  return variant;
}

/** Classes whose filters an instance holds. */
export interface Held {
  readonly first: 0 | 1;
  readonly count: 1 | 2;
}

/** What an instance is made for. */
export interface KernelShape {
  /** d and m, padded as in the layout. */
  readonly dimension: number;
  readonly classFilters: number;
  /** Of which classes the filters are: +1 is 0, −1 is 1. */
  readonly held: Held;
  /** Bytes of memory; they start as zeros. */
  readonly bytes: number;
}

/** An instance with memory of its own. @throws BackendUnavailableError where there is not as much memory, or the host forbids it. */
export async function instantiate(
  variant: KernelVariant,
  shape: KernelShape,
  q: number,
  kappa: number,
): Promise<{ kernel: Kernel; buffer: ArrayBuffer }> {
  const memory = allocate(shape.bytes);
  const exports = await exportsOf<KernelExports>(variant, memory);
  exports.configure(shape.dimension, shape.classFilters, q, kappa);
  exports.hold(shape.held.first, shape.held.count);
  const kernel = {
    prepare: exports.prepare,
    update: exports.update,
    forward: q === 2 || q === 3 || q === 4 ? exports[`forward${q}`] : exports.forwardReal,
    accumulate: Array.from({ length: widestChunk + 1 }, (_, width) => exports[`accumulate${width}`]!),
  };
  return { kernel, buffer: memory.buffer };
}

/** The kernel's Gram product, with a memory that starts small and grows. */
export interface GramKernel extends Pick<KernelExports, 'addGram'> {
  readonly memory: WebAssembly.Memory;
}

/** An instance for Gram products alone, with memory of its own. @throws BackendUnavailableError where none is granted. */
export async function instantiateGram(variant: KernelVariant): Promise<GramKernel> {
  const memory = allocate(pageBytes);
  return { addGram: (await exportsOf<KernelExports>(variant, memory)).addGram, memory };
}

/** What a kernel exports, over a memory. @throws BackendUnavailableError where the host forbids it. */
export async function exportsOf<Exports>(variant: KernelVariant, memory: WebAssembly.Memory): Promise<Exports> {
  try {
    const { instance } = await WebAssembly.instantiate(bytesOf(variant), { env: { memory } });
    return instance.exports as unknown as Exports;
  } catch (cause) {
    // The engine accepts these bytes, so it is the page that may not compile them.
    throw new BackendUnavailableError({ kind: 'wasm-forbidden' }, { cause });
  }
}

export const pageBytes = 65536;

/** A memory of its own, zeros. @throws BackendUnavailableError where there is not as much. */
export function allocate(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
  } catch (cause) {
    throw noMemory(bytes, cause);
  }
}

export function noMemory(bytes: number, cause: unknown): BackendUnavailableError {
  return new BackendUnavailableError({ kind: 'no-memory', megabytes: Math.ceil(bytes / 2 ** 20) }, { cause });
}

function bytesOf(variant: KernelVariant): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(variant.hex.match(/../g)!, (byte) => parseInt(byte, 16));
}
