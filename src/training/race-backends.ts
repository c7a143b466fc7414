import type { Science } from '../experiment/parameters';
import type { Caller } from './protocol';
import type { RaceResult } from './race';

/**
 * Which backend trains an experiment fastest here. A GPU that is missing, coarse or only emulated is not entered, and the
 * reason says so; tfjs is not even loaded then.
 * @param caller of its own: its workers are ended in between.
 */
export async function raceBackends(caller: Caller, experiment: Science): Promise<RaceResult> {
  const gpu = await caller.call('probe', null);
  if (gpu.status !== 'usable') return { winner: 'wasm', reason: gpu.reason };
  // WebKitGTK gives no context to a second worker while the one that looked is there.
  caller.restart();
  return caller.call('race', { experiment });
}
