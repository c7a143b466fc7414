import { leading } from '../../src/network/matrices';
import { createCpuTrainer } from '../../src/training/backends/cpu';
import { createWasmTrainerWith } from '../../src/training/backends/wasm';
import { plain, relaxed, runsHere, type KernelVariant } from '../../src/training/backends/wasm/kernel';
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

const wasmPeer = (variant: KernelVariant) =>
  peerOf((problem) => {
    if (!runsHere(variant)) throw new Error(`this engine has no ${variant.device}`);
    return createWasmTrainerWith(variant, problem);
  });

export const wasmRelaxed = wasmPeer(relaxed);
export const wasmPlain = wasmPeer(plain);
export const cpu = peerOf(createCpuTrainer);
export const webgl = peerOf(async (problem) =>
  (await import('../../src/training/backends/webgl')).createWebglTrainer(problem),
);
