import type { NetworkName } from '../experiment/networks';
import type { Experiment, Science } from '../experiment/parameters';
import { shapeOf, stepWork } from '../network/architectures/shapes';
import { needsNetworks } from './needs-networks';
import type { Backend } from './trainer';

/** Where an experiment can be trained. */
export function backendsOf(experiment: Science): readonly Backend[] {
  return shapeOf(experiment).runsOn;
}

/**
 * Backends to try for what the visitor asked, best first; the next is taken where one cannot run.
 * @param winner of a race on this device, for `auto`; before any race WebAssembly starts at once.
 */
export function backendCandidates(experiment: Experiment, winner: Backend | null): readonly Backend[] {
  const first = experiment.backend === 'auto' ? (winner ?? 'wasm') : experiment.backend;
  const able = backendsOf(experiment);
  return [first, ...(['wasm', 'cpu'] as const).filter((other) => other !== first)].filter((backend) =>
    able.includes(backend),
  );
}

/**
 * What whole runs beside the page's own are made on: many small ones in workers, where a GPU has one queue and contexts
 * are few. Where the page's own run had to make do with plain TypeScript, there is no WebAssembly.
 * @param running what that run is made on; null where it is not known.
 */
export function besideBackend(
  experiment: Science & Partial<Pick<Experiment, 'backend'>>,
  running: Backend | null,
): Backend {
  const plain = experiment.backend === 'cpu' || running === 'cpu' || !backendsOf(experiment).includes('wasm');
  return plain ? 'cpu' : 'wasm';
}

/** Races apart for each kind of work, which backends do at different paces: those of one kind have the same hundreds. */
const kindOfWork: Readonly<Record<NetworkName, number>> = { cnn: 0, dense: 0, deep: 100, transformer: 200 };

/** The same of two layers where more trains them than full-batch gradient descent, which has kernels and programs of its own. */
const otherTwoLayers = 300;

/** Experiments of about the same cost share one race: multiply-adds of a step, to the nearest power of four. */
export function sizeClass(experiment: Science): number {
  const { net, n, batch } = experiment;
  const kind = kindOfWork[net] || (needsNetworks(experiment) ? otherTwoLayers : 0);
  return kind + Math.round(Math.log2((stepWork(experiment) * (batch || n)) / n) / 2);
}
