import { expect, it, vi } from 'vitest';
import { defaults } from '../experiment/parameters';
import { WorkerCrashedError, type Caller, type Method } from './protocol';
import { BackendUnavailableError } from './trainer';
import { createThreeWorkerCaller } from './three-workers';

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

function three(cores = 1) {
  const processor = heldCaller(),
    networks = heldCaller(),
    gpu = heldCaller();
  const workers = { processor: processor.caller, networks: networks.caller, gpu: gpu.caller };
  return { processor, networks, gpu, all: createThreeWorkerCaller(workers, cores) };
}

const advance = { steps: 1, budget: null, record: 'end' } as const;

it('asks the worker that holds tfjs for nothing but what needs it', () => {
  const { processor, gpu, all } = three();
  for (const backend of ['wasm', 'cpu'] as const) {
    void all.call('start', { experiment, backend });
    void all.call('warm', { experiment, backend });
    void all.call('complete', { experiment, backend, points: 0 });
  }
  void all.call('advance', advance);
  void all.call('spectrum', { experiment });
  void all.call('images', { experiment, from: 0, count: 1 });
  void all.call('dataset', { experiment });
  void all.call('probe', null);
  expect(gpu.asked).toEqual([]);
  void all.call('race', { experiment });
  void all.call('warm', { experiment, backend: 'webgl' });
  void all.call('complete', { experiment, backend: 'webgl', points: 0 });
  expect(gpu.asked).toEqual(['race', 'warm', 'complete']);
  expect(processor.asked.length).toBe(11);
});

it('asks the worker that holds the kernel of all networks where WebAssembly is to train what the first does not know', () => {
  const { processor, networks, gpu, all } = three();
  const unlike = [{ q: 1 }, { opt: 'momentum' }, { opt: 'adam' }, { batch: 16 }, { decay: 0.001 }] as const;
  const others = [...unlike, { net: 'deep' }, { net: 'transformer' }] as const;
  for (const other of others) void all.call('start', { experiment: { ...defaults, ...other }, backend: 'wasm' });
  expect(networks.asked).toEqual(others.map(() => 'start'));
  void all.call('advance', advance);
  void all.call('complete', { experiment, backend: 'wasm', points: 0 });
  void all.call('complete', { experiment: { ...defaults, net: 'deep' }, backend: 'cpu', points: 0 });
  expect(networks.asked.at(-1)).toBe('advance');
  expect(processor.asked).toEqual(['complete', 'complete']);
  expect(gpu.asked).toEqual([]);
});

it('asks it for the page’s own run of two layers, too, where a step takes long and there is a second core', () => {
  const large = { ...defaults, side: 20, n: 500, m: 100 };
  for (const [cores, asked] of [
    [2, ['start']],
    [1, []],
  ] as const) {
    const { networks, all } = three(cores);
    void all.call('start', { experiment, backend: 'wasm' });
    void all.call('complete', { experiment: large, backend: 'wasm', points: 0 });
    void all.call('start', { experiment: large, backend: 'cpu' });
    void all.call('start', { experiment: large, backend: 'wasm' });
    expect(networks.asked).toEqual(asked);
  }
});

it('goes on with a run where it was started, whatever else is asked meanwhile', async () => {
  const { processor, gpu, all } = three();
  void all.call('start', { experiment, backend: 'wasm' });
  void all.call('warm', { experiment, backend: 'webgl' });
  void all.call('advance', advance);
  expect(processor.asked).toEqual(['start', 'advance']);
  void all.call('start', { experiment, backend: 'webgl' });
  void all.call('warm', { experiment, backend: 'wasm' });
  void all.call('advance', advance);
  expect(gpu.asked).toEqual(['warm', 'start', 'advance']);
});

it('ends the worker that a run has left, once that has answered what it was asked before', async () => {
  const { processor, gpu, all } = three();
  const older = all.call('spectrum', { experiment });
  const failing = all.call('images', { experiment, from: 0, count: 1 });
  void all.call('start', { experiment, backend: 'webgl' });
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
  const { processor, gpu, all } = three();
  void all.call('start', { experiment, backend: 'webgl' });
  expect(processor.restart).toHaveBeenCalledOnce();
  void all.call('start', { experiment, backend: 'cpu' });
  expect(gpu.restart).not.toHaveBeenCalled();
  void all.call('advance', advance);
  expect(processor.asked).toEqual(['start', 'advance']);
});

it('keeps both while the run comes back before the worker that it left is done', async () => {
  const { processor, all } = three();
  const older = all.call('spectrum', { experiment });
  void all.call('start', { experiment, backend: 'webgl' });
  void all.call('start', { experiment, backend: 'wasm' });
  processor.answers[0]!(null);
  await older;
  expect(processor.restart).not.toHaveBeenCalled();
});

it('gives up all at a restart, and begins with the processor’s', () => {
  const { processor, gpu, all } = three();
  void all.call('start', { experiment, backend: 'webgl' });
  processor.restart.mockClear();
  all.restart();
  expect(processor.restart).toHaveBeenCalledOnce();
  expect(gpu.restart).toHaveBeenCalledOnce();
  void all.call('spectrum', { experiment });
  expect(processor.asked).toEqual(['spectrum']);
});

const missing = { kind: 'worker-not-started' } as const,
  crash = { kind: 'unexpected', message: 'out of memory' } as const;
/** A start that each of these workers would be asked for. */
const starts = {
  processor: { experiment, backend: 'wasm' },
  networks: { experiment: { ...experiment, opt: 'adam' }, backend: 'wasm' },
  gpu: { experiment, backend: 'webgl' },
} as const;

it.each(['processor', 'networks', 'gpu'] as const)(
  'asks once more where the script of the %s worker did not come',
  async (name) => {
    const { [name]: asked, processor, networks, gpu, all } = three();
    const started = all.call('start', starts[name]);
    asked.refusals[0]!(new WorkerCrashedError(missing));
    await vi.waitFor(() => expect(asked.asked).toEqual(['start', 'start']));
    asked.answers[1]!('started');
    expect(await started).toBe('started');
    void all.call('advance', advance);
    expect(asked.asked.at(-1)).toBe('advance');
    expect([processor, networks, gpu].flatMap((each) => (each.asked === asked.asked ? [] : each.asked))).toEqual([]);
    expect(asked.restart).not.toHaveBeenCalled();
  },
);

it.each([
  ['gpu', missing, BackendUnavailableError, 2],
  ['networks', missing, BackendUnavailableError, 2],
  ['gpu', crash, WorkerCrashedError, 1],
  ['processor', missing, WorkerCrashedError, 2],
] as const)(
  'says of the %s worker’s %j that a backend cannot be had only where its script did not come twice',
  async (name, problem, kind, tries) => {
    const { [name]: asked, all } = three();
    const failing = all.call('start', starts[name]).catch((thrown: unknown) => thrown);
    for (let i = 0; i < tries; i++) {
      await vi.waitFor(() => expect(asked.asked).toHaveLength(i + 1));
      asked.refusals[i]!(new WorkerCrashedError(problem));
    }
    const error = await failing;
    expect((error as Error).constructor).toBe(kind);
    expect((error as WorkerCrashedError).problem).toEqual(problem);
  },
);
