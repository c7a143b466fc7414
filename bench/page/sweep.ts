import { decodeLink } from '../../src/experiment/link';
import { createWorkerCaller } from '../../src/training/client';
import type { Caller } from '../../src/training/protocol';

const spawn = () => new Worker(new URL('../../src/training/worker.ts', import.meta.url), { type: 'module' });

/** Whole runs shared out over a pool of workers, each of which takes the next link when it is done; starting them counts. */
export async function sweep(links: readonly string[], workers: number): Promise<{ ms: number; longestFrame: number }> {
  const frames = watchFrames();
  const began = performance.now();
  const callers = Array.from({ length: workers }, () => createWorkerCaller(spawn, document.baseURI));
  const left = [...links];
  await Promise.all(callers.map(async (caller) => {
    for (let link = left.shift(); link !== undefined; link = left.shift()) await wholeRun(caller, link);
  }));
  const ms = performance.now() - began;
  for (const caller of callers) caller.restart();
  return { ms, longestFrame: frames.stop() };
}

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

/** The longest time between two frames, in ms. */
function watchFrames(): { stop(): number } {
  let longest = 0, last = performance.now(), handle = 0;
  const tick = (now: number) => {
    longest = Math.max(longest, now - last);
    last = now;
    handle = requestAnimationFrame(tick);
  };
  handle = requestAnimationFrame(tick);
  return {
    stop() {
      cancelAnimationFrame(handle);
      return longest;
    },
  };
}
