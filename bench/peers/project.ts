import { leading } from '../../src/network/matrices';
import { createCpuTrainer } from '../../src/training/backends/cpu';
import { createWasmTrainerWith } from '../../src/training/backends/wasm';
import { plain, relaxed, runsHere } from '../../src/training/backends/wasm/kernel';
import { plainNetworks, relaxedNetworks } from '../../src/training/backends/wasm/networks/kernel';
import { createNetworksTrainer } from '../../src/training/backends/wasm/networks/trainer';
import { besideName, onTwoThreads } from '../../src/training/two-threads';
import { problemNeedsNetworks } from '../../src/training/needs-networks';
import type { CreateTrainer } from '../../src/training/trainer';
import type { Peer } from './peer';

/** The project's backends, exactly as the page runs them. */
function peerOf(create: CreateTrainer): Peer {
  return {
    async start(problem) {
      const trainer = await create(problem);
      return {
        device: trainer.device,
        advance: (steps) => trainer.advance(steps),
        filters: async () => leading(await trainer.read()).values,
        dispose: () => trainer.dispose(),
      };
    },
  };
}

/** @param variant of the kernel of two layers. @param all the same of the kernel of all networks. */
const wasmPeer = (variant: typeof plain, all: typeof plain) =>
  peerOf((problem) => {
    if (!runsHere(variant)) throw new Error(`this engine has no ${variant.device}`);
    return problemNeedsNetworks(problem)
      ? createNetworksTrainer(problem, all)
      : createWasmTrainerWith(variant, problem);
  });

export const wasmRelaxed = wasmPeer(relaxed, relaxedNetworks);
export const wasmPlain = wasmPeer(plain, plainNetworks);
/** On two threads, as the page trains large experiments. */
export const wasmOnTwo = peerOf(
  onTwoThreads(
    () =>
      new Worker(new URL('../../src/training/networks-worker.ts', import.meta.url), {
        type: 'module',
        name: besideName,
      }),
    2,
  ),
);
export const cpu = peerOf(createCpuTrainer);
export const webgl = peerOf(async (problem) =>
  (await import('../../src/training/backends/webgl')).createWebglTrainer(problem),
);
