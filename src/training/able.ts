import type { Backend, TrainingProblem } from './trainer';

/**
 * The backends that have been written for a network and the way in which it is trained: the one place that says so. `webgl`
 * trains by gradient descent alone.
 */
export function ableBackends({
  architecture,
  optimiser: { opt, batch, decay },
  q,
}: Pick<TrainingProblem, 'architecture' | 'optimiser' | 'q'>): readonly Backend[] {
  const isPlain = opt === 'gd' && batch === 0 && decay === 0 && q >= 2;
  return isPlain ? architecture.runsOn : architecture.runsOn.filter((backend) => backend !== 'webgl');
}
