import { decodeLink } from '../../src/experiment/link';
import { createWorkerCaller } from '../../src/training/client';
import type { Caller } from '../../src/training/protocol';
import type { Points } from '../../src/training/recorded-steps';

const spawn = () => new Worker(new URL('../../src/training/worker.ts', import.meta.url), { type: 'module' });

async function wholeRun(caller: Caller, link: string, record: Points): Promise<{ start: number; steps: number }> {
  const { experiment } = decodeLink(link);
  const began = performance.now();
  await caller.call('start', { experiment, backend: 'wasm' });
  const started = performance.now();
  await caller.call('advance', { steps: experiment.steps, budget: null, record, lean: true });
  return { start: started - began, steps: performance.now() - started };
}

/** The second run of a worker: a slider is moved on a page that has already trained. */
export async function wholeRunAgain(link: string, record: Points): Promise<{ start: number; steps: number }> {
  const caller = createWorkerCaller(spawn, document.baseURI);
  await wholeRun(caller, link, record);
  const times = await wholeRun(caller, link, record);
  caller.restart();
  return times;
}
