import type { Experiment } from '../experiment/parameters';
import { stepWork } from '../network/architectures';
import type { Backend } from './trainer';

/**
 * Backends to try for what the visitor asked, best first; the next is taken where one cannot run.
 * @param winner of a race on this device, for `auto`; before any race WebAssembly starts at once.
 */
export function backendCandidates(asked: Experiment['backend'], winner: Backend | null): readonly Backend[] {
  const first = asked === 'auto' ? (winner ?? 'wasm') : asked;
  return [first, ...(['wasm', 'cpu'] as const).filter((other) => other !== first)];
}

/** Experiments of about the same cost share one race: multiply-adds of a step, to the nearest power of four. */
export function sizeClass(experiment: Experiment): number {
  return Math.round(Math.log2(stepWork(experiment)) / 2);
}
