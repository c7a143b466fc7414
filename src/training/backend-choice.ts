import type { Experiment } from '../experiment/parameters';
import { imageShape } from '../experiment/shape';
import type { Backend } from './trainer';

/**
 * Backends to try for what the visitor asked, best first; the next is taken where one cannot run.
 * @param winner of a race on this device, for `auto`; before any race WebAssembly starts at once.
 */
export function backendCandidates(asked: Experiment['backend'], winner: Backend | null): readonly Backend[] {
  const first = asked === 'auto' ? (winner ?? 'wasm') : asked;
  return [first, ...(['wasm', 'cpu'] as const).filter((other) => other !== first)];
}

/** Experiments of about the same cost share one race: multiply-adds of a step, n·P·d·2m, to the nearest power of four. */
export function sizeClass(experiment: Experiment): number {
  const { patches, side } = imageShape(experiment);
  return Math.round(Math.log2(experiment.n * patches * side * side * 2 * experiment.m) / 2);
}
