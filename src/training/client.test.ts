import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaults } from '../experiment/parameters';
import type { ImageCollection } from '../images/own/collection';
import { ProblemError, type Problem } from '../problems/problem';
import { everyProblem, rejection, said, unexpected } from '../problems/testing';
import { createWorkerCaller, type WorkerLike } from './client';
import { SupersededError, WorkerCrashedError, type Caller, type Reply, type Request } from './protocol';
import { BackendUnavailableError, LostContextError } from './trainer';

/** A worker that answers when the test says so. */
class FakeWorker {
  readonly received: Request[] = [];
  readonly terminate = vi.fn();
  private readonly listeners = new Map<string, (event: unknown) => void>();
  postMessage(request: Request) {
    this.received.push(request);
  }
  addEventListener(type: string, listener: (event: unknown) => void) {
    this.listeners.set(type, listener);
  }
  reply(reply: Reply) {
    this.listeners.get('message')!({ data: reply });
  }
  crash(message: string) {
    this.listeners.get('error')!({ message });
  }
  /** Id of the latest request. */
  get id() {
    return this.received.at(-1)!.id;
  }
}

let spawned: FakeWorker[];
let caller: Caller;
beforeEach(() => {
  spawned = [];
  caller = createWorkerCaller(() => {
    spawned.push(new FakeWorker());
    return spawned.at(-1) as unknown as WorkerLike;
  }, 'https://example.org/page/');
});
const call = (onProgress?: (share: number) => void) => caller.call('spectrum', { experiment: defaults }, onProgress);
const done = (id: number, result: unknown = null) => ({ id, type: 'done', result }) as Reply;

describe('a worker’s client', () => {
  it('spawns at the first call, tells the worker where the page lies, and spawns once', async () => {
    expect(spawned).toEqual([]);
    const first = call(),
      second = call();
    expect(spawned.length).toBe(1);
    expect(spawned[0]!.received.map(({ method }) => method)).toEqual(['configure', 'spectrum', 'spectrum']);
    expect(spawned[0]!.received[0]!.params).toEqual({ base: 'https://example.org/page/' });
    const [, a, b] = spawned[0]!.received;
    spawned[0]!.reply(done(0));
    spawned[0]!.reply(done(b!.id, 'b'));
    spawned[0]!.reply(done(a!.id, 'a'));
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  });

  it('takes one answer a call, and hears no second one, nor progress after it', async () => {
    const progress = vi.fn();
    const first = call(progress),
      second = call();
    const [, a, b] = spawned[0]!.received;
    spawned[0]!.reply(done(a!.id, 'answer'));
    const problem = unexpected('a second answer');
    spawned[0]!.reply({ id: a!.id, type: 'failed', name: 'WorkerCrashedError', problem });
    spawned[0]!.reply({ id: a!.id, type: 'progress', share: 0.5 });
    expect(await first).toBe('answer');
    expect(progress).not.toHaveBeenCalled();
    spawned[0]!.reply({ id: b!.id, type: 'failed', name: 'WorkerCrashedError', problem });
    spawned[0]!.reply(done(b!.id, 'too late'));
    await expect(second).rejects.toThrow(new WorkerCrashedError(problem));
    expect(spawned.length).toBe(1);
  });

  it('passes progress to the call that it belongs to', async () => {
    const mine = vi.fn(),
      other = vi.fn();
    const first = call(mine),
      second = call(other);
    const [, a, b] = spawned[0]!.received;
    spawned[0]!.reply({ id: a!.id, type: 'progress', share: 0.5 });
    spawned[0]!.reply(done(a!.id));
    spawned[0]!.reply(done(b!.id));
    await Promise.all([first, second]);
    expect(mine.mock.calls).toEqual([[0.5]]);
    expect(other).not.toHaveBeenCalled();
  });

  it.each([
    ['BackendUnavailableError', BackendUnavailableError],
    ['LostContextError', LostContextError],
    ['WorkerCrashedError', WorkerCrashedError],
    ['RangeError', ProblemError],
    ['constructor', ProblemError],
  ])('hands on a failure called %s as its own class', async (name, kind) => {
    const failing = call();
    spawned[0]!.reply({ id: spawned[0]!.id, type: 'failed', name, problem: unexpected('in words') });
    const error = await failing.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).constructor).toBe(kind);
    expect(said(error as Error)).toBe('in words');
  });

  it('hands on every kind of problem as it was in the worker', async () => {
    for (const problem of everyProblem) {
      const failing = call();
      spawned[0]!.reply(
        structuredClone({ id: spawned[0]!.id, type: 'failed', name: 'BackendUnavailableError', problem } as const),
      );
      const error = (await failing.catch((e: unknown) => e)) as { readonly problem: Problem };
      expect(error).toBeInstanceOf(BackendUnavailableError);
      expect(error.problem).toEqual(problem);
      expect(said(error.problem)).toBe(said(problem));
    }
  });

  it('fails every call under way when the worker crashes, and spawns another at the next one', async () => {
    const first = call(),
      second = call();
    spawned[0]!.crash('out of memory');
    await expect(first).rejects.toThrow(new WorkerCrashedError(unexpected('out of memory')));
    await expect(second).rejects.toBeInstanceOf(WorkerCrashedError);
    expect(spawned[0]!.terminate).toHaveBeenCalled();
    const third = call();
    expect(spawned.length).toBe(2);
    expect(spawned[1]!.received.map(({ method }) => method)).toEqual(['configure', 'spectrum']);
    spawned[1]!.reply(done(spawned[1]!.id, 'again'));
    expect(await third).toBe('again');
  });

  it('has words for a crash that comes without any, as for a script that cannot be loaded', async () => {
    const failing = call();
    spawned[0]!.crash('');
    expect(await rejection(failing)).toContain('could not be started');
  });

  it('gives up every call at a restart, and hears the old worker no more', async () => {
    const first = call();
    caller.restart();
    await expect(first).rejects.toBeInstanceOf(SupersededError);
    expect(spawned[0]!.terminate).toHaveBeenCalled();
    const second = call();
    spawned[0]!.reply(done(spawned[0]!.id, 'stale'));
    spawned[0]!.crash('stale'); // must not take the new worker down
    spawned[1]!.reply(done(spawned[1]!.id, 'fresh'));
    expect(await second).toBe('fresh');
    expect(spawned.length).toBe(2);
  });

  it('says that the worker was not started where none can be spawned', async () => {
    const none = createWorkerCaller(() => {
      throw new Error('workers are forbidden here');
    }, '');
    await expect(none.call('spectrum', { experiment: defaults })).rejects.toThrow(WorkerCrashedError);
    await expect(none.call('spectrum', { experiment: defaults })).rejects.toThrow('worker-not-started');
  });

  it('hands own images to a worker once before the first call that names them, and again to the next worker', async () => {
    const collection = { hash: '0123456789abcdef' } as ImageCollection;
    const found = vi.fn(async (hash: string) => {
      if (hash !== collection.hash) throw new ProblemError({ kind: 'images-missing', hash });
      return collection;
    });
    const own = createWorkerCaller(
      () => {
        spawned.push(new FakeWorker());
        return spawned.at(-1) as unknown as WorkerLike;
      },
      '',
      found,
    );
    const ask = (images: string) => own.call('spectrum', { experiment: { ...defaults, data: 'file', images } });
    const methods = () => spawned.at(-1)!.received.map(({ method }) => method);
    void ask(collection.hash).catch(() => {});
    await vi.waitFor(() => expect(methods()).toEqual(['configure', 'take', 'spectrum']));
    void ask(collection.hash).catch(() => {});
    expect(methods()).toEqual(['configure', 'take', 'spectrum', 'spectrum']);
    await expect(ask('none')).rejects.toMatchObject({ problem: { kind: 'images-missing', hash: 'none' } });
    own.restart();
    void ask(collection.hash).catch(() => {});
    await vi.waitFor(() => expect(methods()).toEqual(['configure', 'take', 'spectrum']));
    expect(spawned.length).toBe(2);
  });
});
