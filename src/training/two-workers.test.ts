import { expect, it, vi } from 'vitest';
import { defaults } from '../experiment/parameters';
import { WorkerCrashedError, type Caller, type Method } from './protocol';
import { BackendUnavailableError } from './trainer';
import { createTwoWorkerCaller } from './two-workers';

const experiment = defaults;

/** A caller whose calls are answered by hand, in order. */
function heldCaller() {
  const asked: Method[] = [];
  const answers: ((result: unknown) => void)[] = [];
  const refusals: ((error: Error) => void)[] = [];
  const restart = vi.fn();
  const call = (method: Method) =>
    new Promise((resolve, reject) => {
      asked.push(method);
      answers.push(resolve);
      refusals.push(reject);
    });
  return { asked, answers, refusals, restart, caller: { call, restart } as unknown as Caller };
}

function two() {
  const processor = heldCaller(),
    gpu = heldCaller();
  return { processor, gpu, both: createTwoWorkerCaller(processor.caller, gpu.caller) };
}

const advance = { steps: 1, budget: null, record: 'end' } as const;

it('asks the worker that holds tfjs for nothing but what needs it', () => {
  const { processor, gpu, both } = two();
  for (const backend of ['wasm', 'cpu'] as const) {
    void both.call('start', { experiment, backend });
    void both.call('warm', { experiment, backend });
    void both.call('complete', { experiment, backend, points: 0 });
  }
  void both.call('advance', advance);
  void both.call('spectrum', { experiment });
  void both.call('images', { experiment, from: 0, count: 1 });
  void both.call('dataset', { experiment });
  void both.call('probe', null);
  expect(gpu.asked).toEqual([]);
  void both.call('race', { experiment });
  void both.call('warm', { experiment, backend: 'webgl' });
  void both.call('complete', { experiment, backend: 'webgl', points: 0 });
  expect(gpu.asked).toEqual(['race', 'warm', 'complete']);
  expect(processor.asked.length).toBe(11);
});

it('goes on with a run where it was started, whatever else is asked meanwhile', async () => {
  const { processor, gpu, both } = two();
  void both.call('start', { experiment, backend: 'wasm' });
  void both.call('warm', { experiment, backend: 'webgl' });
  void both.call('advance', advance);
  expect(processor.asked).toEqual(['start', 'advance']);
  void both.call('start', { experiment, backend: 'webgl' });
  void both.call('warm', { experiment, backend: 'wasm' });
  void both.call('advance', advance);
  expect(gpu.asked).toEqual(['warm', 'start', 'advance']);
});

it('ends the worker that a run has left, once that has answered what it was asked before', async () => {
  const { processor, gpu, both } = two();
  const older = both.call('spectrum', { experiment });
  const failing = both.call('images', { experiment, from: 0, count: 1 });
  void both.call('start', { experiment, backend: 'webgl' });
  expect(processor.restart).not.toHaveBeenCalled();
  processor.answers[0]!('answered');
  expect(await older).toBe('answered');
  expect(processor.restart).not.toHaveBeenCalled();
  processor.refusals[1]!(new Error('no memory'));
  await expect(failing).rejects.toThrow('no memory');
  expect(processor.restart).toHaveBeenCalledOnce();
  expect(gpu.restart).not.toHaveBeenCalled();
});

it('ends a worker that is idle when the run leaves it at once, and asks it anew when the run comes back', () => {
  const { processor, gpu, both } = two();
  void both.call('start', { experiment, backend: 'webgl' });
  expect(processor.restart).toHaveBeenCalledOnce();
  void both.call('start', { experiment, backend: 'cpu' });
  expect(gpu.restart).not.toHaveBeenCalled();
  void both.call('advance', advance);
  expect(processor.asked).toEqual(['start', 'advance']);
});

it('keeps both while the run comes back before the worker that it left is done', async () => {
  const { processor, both } = two();
  const older = both.call('spectrum', { experiment });
  void both.call('start', { experiment, backend: 'webgl' });
  void both.call('start', { experiment, backend: 'wasm' });
  processor.answers[0]!(null);
  await older;
  expect(processor.restart).not.toHaveBeenCalled();
});

it('gives up both at a restart, and begins with the processor’s', () => {
  const { processor, gpu, both } = two();
  void both.call('start', { experiment, backend: 'webgl' });
  processor.restart.mockClear();
  both.restart();
  expect(processor.restart).toHaveBeenCalledOnce();
  expect(gpu.restart).toHaveBeenCalledOnce();
  void both.call('spectrum', { experiment });
  expect(processor.asked).toEqual(['spectrum']);
});

it('says that the GPU’s backend cannot be had where its script cannot, and hands on every other failure', async () => {
  const { processor, gpu, both } = two();
  const missing = { kind: 'worker-not-started' } as const,
    crash = { kind: 'unexpected', message: 'out of memory' } as const;
  const outcomes = [
    [gpu, 'webgl', missing, BackendUnavailableError],
    [gpu, 'webgl', crash, WorkerCrashedError],
    [processor, 'wasm', missing, WorkerCrashedError],
  ] as const;
  for (const [asked, backend, problem, kind] of outcomes) {
    const failing = both.call('start', { experiment, backend });
    asked.refusals.at(-1)!(new WorkerCrashedError(problem));
    const error = await failing.catch((thrown: unknown) => thrown);
    expect((error as Error).constructor).toBe(kind);
    expect((error as WorkerCrashedError).problem).toEqual(problem);
  }
});
