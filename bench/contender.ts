import { setFlagsFromString } from 'node:v8';
import type { Page } from '@playwright/test';
import { leading } from '../src/network/matrices';
import { relaxed, runsHere } from '../src/training/backends/wasm/kernel';
import { callBench } from './browser';
import { startNumpy } from './native/numpy';
import { peers, type PeerId } from './peers/index';
import { wasmPlain, wasmRelaxed } from './peers/project';
import { problemOf, runLength } from './sizes';

/** One implementation on one problem, wherever it runs: a worker of the bench page, Node or Python. */
export interface Contender {
  readonly id: string;
  readonly label: string;
  readonly device: string;
  /** Milliseconds of so many steps, waiting for messages not included. */
  steps(count: number): Promise<number>;
  /** After so many steps of a fresh run; null where it trains nothing. */
  filters(steps: number): Promise<{ initial: ArrayLike<number>; trained: ArrayLike<number> } | null>;
  end(): Promise<void>;
}

/** In a worker of its own, so that two libraries never share flags, caches or a heap. */
export async function inBrowser(page: Page, peer: PeerId, link: string, name: string = peer): Promise<Contender> {
  const { device } = await callBench(page, name, 'start', { peer, link });
  return {
    id: name,
    label: peers[peer].label,
    device,
    steps: (steps) => callBench(page, name, 'steps', { steps }),
    filters: (steps) => callBench(page, name, 'filters', { steps }),
    end: () =>
      page.evaluate(
        (worker) => (globalThis as unknown as { bench: { end(name: string): void } }).bench.end(worker),
        name,
      ),
  };
}

/** The same kernel in Node: beside NumPy it shows what the browser adds. */
export async function inNode(link: string): Promise<Contender> {
  // Node 20 has relaxed SIMD behind a flag.
  if (!runsHere(relaxed)) setFlagsFromString('--experimental-wasm-relaxed-simd');
  const hasRelaxed = runsHere(relaxed);
  const problem = await problemOf(link);
  const peer = hasRelaxed ? wasmRelaxed : wasmPlain;
  let run = await peer.start(problem),
    made = 0;
  const fresh = async () => {
    run.dispose();
    run = await peer.start(problem);
    made = 0;
  };
  return {
    id: 'node-wasm',
    label: 'this project, `wasm`, in Node',
    device: run.device,
    async steps(count) {
      if (made + count > runLength) await fresh();
      made += count;
      const began = performance.now();
      await run.advance(count);
      return performance.now() - began;
    },
    async filters(steps) {
      await fresh();
      await run.advance(steps);
      made = steps;
      return { initial: leading(problem).values, trained: await run.filters() };
    },
    async end() {},
  };
}

/** NumPy's whole step, and its two products alone. */
export async function inNumpy(link: string, what: 'steps' | 'products'): Promise<Contender> {
  const problem = await problemOf(link);
  const numpy = await startNumpy(problem);
  return {
    id: what === 'steps' ? 'numpy' : 'numpy-products',
    label:
      what === 'steps'
        ? 'NumPy, dense BLAS, one thread, whole step'
        : 'NumPy, dense BLAS, one thread, the two products alone',
    device: '',
    steps: async (count) => (await numpy.ask(what, count)).ms,
    filters: async (steps) =>
      what === 'products'
        ? null
        : { initial: leading(problem).values, trained: (await numpy.ask('filters', steps)).filters! },
    end: async () => numpy.end(),
  };
}
