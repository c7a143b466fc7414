import { describe, expect, it } from 'vitest';
import { sizeClass } from '../../training/backend-choice';
import { decodeLink } from '../../experiment/link';
import { clock, aWhile, finished, localCaller, smallLink, testApp, until } from '../testing';

const link = smallLink.replace('cpu', 'auto');
/** A visit that finds the winner of an earlier race; `cpu` stands for the GPU, as it runs in Node. */
const memory = (of: string) => ({
  read: () =>
    JSON.stringify([{ sizeClass: sizeClass(decodeLink(of).experiment), winner: 'cpu', reason: { kind: 'emulated' } }]),
  write() {},
});
const backendsOf = (training: ReturnType<typeof localCaller>, method: string) =>
  training.calls.filter((call) => call.method === method).map(({ params }) => (params as { backend: string }).backend);

describe('when another backend has won the race', () => {
  it('the first run ends where it began, the winner is warmed up behind it, and the next run starts there', async () => {
    const training = localCaller();
    const app = testApp(link, { training, memory: memory(link) });
    await finished(app);
    expect(app.store.getState().run.backend).toBe('wasm');
    await aWhile();
    expect(backendsOf(training, 'warm')).toEqual(['cpu']);
    app.restart();
    await until(app, ({ run }) => run.status !== 'finished');
    expect((await finished(app)).run.backend).toBe('cpu');
    await aWhile();
    expect(backendsOf(training, 'warm')).toEqual(['cpu']);
  });

  it('a winner that fails to warm up harms nothing', async () => {
    const training = localCaller((method) => {
      if (method === 'warm') throw new Error('no memory');
    });
    const app = testApp(link, { training, memory: memory(link) });
    await finished(app);
    await aWhile();
    expect(app.store.getState()).toMatchObject({ notices: [], run: { status: 'finished' } });
  });

  it('a run that has long to go moves there by replay, and ends as it would have', async () => {
    const inner = localCaller();
    // Steps that claim to take long, on frames slow enough for the race to end while they run.
    const training = {
      ...inner,
      call: (async (...call: Parameters<typeof inner.call>) => {
        const result = await inner.call(...call);
        return call[0] === 'advance' ? { ...(result as object), msPerStep: 100 } : result;
      }) as typeof inner.call,
    };
    const won = { winner: 'cpu', reason: { kind: 'emulated' } };
    const races = {
      call: async (method: string) => (method === 'probe' ? { status: 'usable' } : won) as never,
      restart() {},
    };
    const app = testApp(`${link}&steps=120`, { training, races, clock: { ...clock, frame: () => aWhile(25) } });
    const steps: number[] = [];
    app.store.subscribe((state) => steps.push(state.run.latest?.step ?? 0));
    const { run } = await finished(app);
    expect(backendsOf(inner, 'start')).toEqual(['wasm', 'cpu']);
    expect(run.backend).toBe('cpu');
    expect(steps).toEqual(steps.toSorted((a, b) => a - b)); // nothing of the replay is seen
    expect(run.latest!.matrices).toEqual((await finished(testApp(`${smallLink}&steps=120`))).run.latest!.matrices);
  });
});
