import { problemNeedsNetworks } from '../../../needs-networks';
import type { CreateTrainer } from '../../../trainer';
import { createWasmTrainer } from '../../wasm';
import { createNetworksTrainer } from './trainer';

/** Trains with the kernel that knows the problem. @throws BackendUnavailableError without SIMD or memory. */
export const createAnyWasmTrainer: CreateTrainer = async (problem) =>
  problemNeedsNetworks(problem) ? createNetworksTrainer(problem) : createWasmTrainer(problem);
