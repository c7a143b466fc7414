import { decodeLink } from '../../src/experiment/link';
import { createWorkerCaller } from '../../src/training/client';
import type { Caller } from '../../src/training/protocol';

const spawn = () => new Worker(new URL('../../src/training/worker.ts', import.meta.url), { type: 'module' });

async function wholeRun(caller: Caller, link: string, every?: number): Promise<{ start: number; steps: number }> {
  const { experiment } = decodeLink(link);
  const began = performance.now();
  await caller.call('start', { experiment, backend: 'wasm' });
  const started = performance.now();
  await caller.call('advance', { steps: experiment.steps, budget: null, every: every ?? experiment.steps });
  return { start: started - began, steps: performance.now() - started };
}

/** The second run of a worker: a slider is moved on a page that has already trained. */
export async function wholeRunAgain(link: string, every: number): Promise<{ start: number; steps: number }> {
  const caller = createWorkerCaller(spawn, document.baseURI);
  await wholeRun(caller, link, every);
  const times = await wholeRun(caller, link, every);
  caller.restart();
  return times;
}
