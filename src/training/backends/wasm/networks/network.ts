import type { Product, Machine, NetworksKernel } from './kernel';
import type { TrainedMatrix } from './matrix';
import type { Stage } from './stage';

/** Panels that go through all layers before the next ones: what they become there fits the caches. */
export const slicePanels = 8;

/** Bytes of one unit in a panel. */
export const unitBytes = 32;

/** Told the share of the work that is done. */
export type Heard = (share: number) => void;

/** A network's way with the images on one stage. */
export interface Pass {
  readonly stage: Stage;
  /** Outputs f of the images on the stage. @param out [images] */
  forward(out: Float64Array, heard?: Heard): void;
  /** Adds to the gradients of all matrices, after `forward`. @param slopes ∂L/∂f, [images] */
  backward(slopes: Float64Array, heard?: Heard): void;
}

/** A network in the kernel's memory. */
export interface KernelNetwork {
  /** In the problem's order. */
  readonly matrices: readonly TrainedMatrix[];
  pass(stage: Stage): Pass;
}

/** The product that ends in φ. */
export function activatedBy(kernel: NetworksKernel, q: number): Product {
  if (q === 1) return kernel.productRelu;
  return q === 2 || q === 3 || q === 4 ? kernel[`product${q}`] : kernel.productReal;
}

/** The fixed head: +1/m for the units of class +1, −1/m for those of class −1, 0 for the padding. @returns where it lies. */
export function placeHead(machine: Machine, width: number, units: number): number {
  const at = machine.take(units);
  machine.floats(at, 2 * width).forEach((_, r, head) => {
    head[r] = (r < width ? 1 : -1) / width;
  });
  return at;
}

/** Panels [0, count) in slices. */
export function inSlices(count: number, visit: (first: number, panels: number) => void): void {
  for (let first = 0; first < count; first += slicePanels) visit(first, Math.min(slicePanels, count - first));
}
