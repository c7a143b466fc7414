// oxlint-disable-next-line import/default -- Vite makes the default export out of the query.
import NetworksWorker from '../../src/training/networks-worker?worker&inline';
import { createCpuTrainer } from '../../src/training/backends/cpu';
import { createWasmTrainerWith } from '../../src/training/backends/wasm';
import { plain, relaxed, type KernelVariant } from '../../src/training/backends/wasm/kernel';
import { plainNetworks, relaxedNetworks } from '../../src/training/backends/wasm/networks/kernel';
import { createNetworksTrainer } from '../../src/training/backends/wasm/networks/trainer';
import { createWebglTrainer } from '../../src/training/backends/webgl';
import { problemNeedsNetworks } from '../../src/training/needs-networks';
import { besideName, onTwoThreads } from '../../src/training/two-threads';
import type { CreateTrainer } from '../../src/training/trainer';

/** Every way to train, each build of the kernels by itself. */
export const trainers = {
  webgl: createWebglTrainer,
  'wasm, plain': onProcessor(plain, plainNetworks),
  'wasm, relaxed': onProcessor(relaxed, relaxedNetworks),
  // As text, since what a worker starts passes by the routes of the test.
  'wasm, two threads': onTwoThreads(() => new NetworksWorker({ name: besideName }), 2),
  cpu: createCpuTrainer,
} as const satisfies Record<string, CreateTrainer>;
export type TrainerName = keyof typeof trainers;

function onProcessor(first: KernelVariant, all: KernelVariant): CreateTrainer {
  return async (problem) =>
    problemNeedsNetworks(problem) ? createNetworksTrainer(problem, all) : createWasmTrainerWith(first, problem);
}
