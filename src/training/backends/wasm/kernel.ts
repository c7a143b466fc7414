import { BackendUnavailableError } from '../../trainer';
import { plainKernel, relaxedKernel } from './kernel-bytes';

/** The exports of `src/training/kernel`, where each is documented. All offsets are bytes into the imported memory. */
export interface Kernel {
  configure(dimension: number, classFilters: number, q: number, kappa: number): void;
  forward(rows: number, firstPanel: number, panels: number, filters: number, sums: number, slopes: number, keep: 0 | 1): void;
  prepare(firstBlock: number, blocks: number, slopes: number, masks: number, weights: number): void;
  accumulate(
    width: number, firstBlock: number, blocks: number, rows: number, slopes: number, masks: number, gradient: number, stride: number,
  ): void;
  update(filters: number, carry: number, gradient: number, count: number, sign: number): void;
}

/** One build of the kernel. */
export interface KernelVariant {
  /** For the status line: what the build needs of the processor. */
  readonly device: string;
  /** The binary, base64: it travels inside the script, so that a page opened from a file needs no fetch. */
  readonly base64: string;
}

export const plain: KernelVariant = { device: 'SIMD', base64: plainKernel };
export const relaxed: KernelVariant = { device: 'relaxed SIMD', base64: relaxedKernel };

/** Whether this engine accepts the variant: the actual bytes are asked, not a feature list. */
export function runsHere(variant: KernelVariant): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(bytesOf(variant));
}

/** The fastest variant that runs here. @throws BackendUnavailableError where there is none. */
export function bestVariant(): KernelVariant {
  const variant = [relaxed, plain].find(runsHere);
  if (!variant) throw new BackendUnavailableError('This browser has no WebAssembly SIMD, which the fast processor backend needs.');
  return variant;
}

/** An instance of its own, with `bytes` of zeroed memory. @throws BackendUnavailableError where there is not as much memory. */
export async function instantiate(variant: KernelVariant, bytes: number): Promise<{ kernel: Kernel; buffer: ArrayBuffer }> {
  const memory = allocate(bytes);
  const { instance } = await WebAssembly.instantiate(bytesOf(variant), { env: { memory } });
  return { kernel: instance.exports as unknown as Kernel, buffer: memory.buffer };
}

const pageBytes = 65536;

function allocate(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
  } catch (cause) {
    const megabytes = Math.ceil(bytes / 2 ** 20);
    throw new BackendUnavailableError(`This experiment needs ${megabytes} MB of memory, more than the browser grants.`, { cause });
  }
}

function bytesOf(variant: KernelVariant): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(variant.base64), (character) => character.charCodeAt(0));
}
