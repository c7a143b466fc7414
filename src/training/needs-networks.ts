import type { Science } from '../experiment/parameters';
import type { TrainingProblem } from './trainer';

/**
 * Whether WebAssembly trains an experiment with the kernel of all networks, which travels in a script of its own, rather than
 * with the first one, which knows two layers, full-batch gradient descent and a smooth activation; and the GPU in the
 * operations of tfjs rather than by fused programs, which know the same.
 */
export function needsNetworks({
  net,
  opt,
  batch,
  decay,
  q,
}: Pick<Science, 'net' | 'opt' | 'batch' | 'decay' | 'q'>): boolean {
  return (net !== 'cnn' && net !== 'dense') || opt !== 'gd' || batch > 0 || decay > 0 || q < 2;
}

/** The same of what an experiment comes to. */
export function problemNeedsNetworks({ architecture, optimiser, q }: TrainingProblem): boolean {
  return needsNetworks({ net: architecture.name, q, ...optimiser });
}
