import type { Science } from '../experiment/parameters';
import { stepWork } from '../network/architectures/shapes';
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

/** Multiply-adds of a step's forward product from which on two threads share it: below, what they tell each other costs too much. */
export const worthSharing = 4e7;

/** Whether two threads train an experiment's two layers in WebAssembly, where a run has the processor to itself. */
export function isShared(experiment: Science, cores: number): boolean {
  return !needsNetworks(experiment) && stepWork(experiment) >= worthSharing && cores >= 2;
}
