import { describe, expect, it, vi } from 'vitest';
import { readFileSync } from 'node:fs';
import { readRunOf, type RunReply } from './read-run-in-worker';
import { readRun } from './read-run';

const json = readFileSync('fixtures/runs/run-v2.json', 'utf8');
const file = (size: number, text = vi.fn(() => Promise.resolve(json))) => ({ size, text });

/** A worker that does with a file what it is told to. */
function spawned(answer: (worker: EventTarget) => void) {
  const worker = Object.assign(new EventTarget(), { postMessage: () => answer(worker), terminate: vi.fn() });
  const spawn = vi.fn(() => worker as unknown as Worker);
  return { worker, spawn };
}
const reply = (data: RunReply) => (worker: EventTarget) =>
  void worker.dispatchEvent(Object.assign(new Event('message'), { data }));

describe('a run file', () => {
  it('that is small is read here', async () => {
    const { spawn } = spawned(() => {});
    expect(await readRunOf(file(json.length), spawn)).toEqual(readRun(json));
    expect(spawn).not.toHaveBeenCalled();
  });

  it('that is large is not read on the page’s own thread, and its worker ends', async () => {
    const read = readRun(json);
    const { worker, spawn } = spawned(reply({ read }));
    const large = file(20e6);
    expect(await readRunOf(large, spawn)).toBe(read);
    expect(large.text).not.toHaveBeenCalled();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('that the worker refuses says why', async () => {
    const { spawn } = spawned(reply({ fault: { kind: 'not-json' } }));
    await expect(readRunOf(file(20e6), spawn)).rejects.toMatchObject({ fault: { kind: 'not-json' } });
  });

  it.each([
    ['does not start', () => spawned((worker) => void worker.dispatchEvent(new Event('error'))).spawn],
    [
      'cannot be had',
      () => () => {
        throw new ReferenceError('Worker is not defined');
      },
    ],
    [
      'cannot be handed it',
      () =>
        spawned(() => {
          throw new DOMException('no', 'DataCloneError');
        }).spawn,
    ],
  ])('is read here where a worker %s', async (_, spawn) => {
    expect(await readRunOf(file(20e6), spawn())).toEqual(readRun(json));
  });
});
