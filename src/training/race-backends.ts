import type { Experiment } from '../experiment/parameters';
import type { Caller } from './protocol';
import type { RaceResult } from './race';

/**
 * Which backend trains an experiment fastest here. A GPU that is missing, coarse or only emulated is not entered, and the
 * reason says so; tfjs is not even loaded then.
 */
export async function raceBackends(caller: Pick<Caller, 'call'>, experiment: Experiment): Promise<RaceResult> {
  const gpu = await caller.call('probe', null);
  return gpu.status === 'usable' ? caller.call('race', { experiment }) : { winner: 'wasm', reason: gpu.reason };
}
