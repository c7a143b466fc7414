import { createCpuTrainer } from '../../src/training/backends/cpu';
import { createWasmTrainerWith } from '../../src/training/backends/wasm';
import { plain, relaxed } from '../../src/training/backends/wasm/kernel';
import { createWebglTrainer } from '../../src/training/backends/webgl';
import type { CreateTrainer } from '../../src/training/trainer';

/** Every way to train, each build of the kernel by itself. */
export const trainers = {
  webgl: createWebglTrainer,
  'wasm, plain': (problem) => createWasmTrainerWith(plain, problem),
  'wasm, relaxed': (problem) => createWasmTrainerWith(relaxed, problem),
  cpu: createCpuTrainer,
} as const satisfies Record<string, CreateTrainer>;
export type TrainerName = keyof typeof trainers;
