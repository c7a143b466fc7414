import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { aWhile, finished, smallLink, testApp, until } from '../store/testing';
import { leading } from '../store/views/shown-frame';
import { connect } from './embed';
import type { OutMessage, TakeImages, TakeSnapshot } from './messages';
import { ProblemError } from '../problems/problem';

/** A page in a frame, and the window around it. */
function framed(
  link = smallLink,
  takeSnapshot: TakeSnapshot = () => Promise.resolve('<svg/>'),
  takeImages: TakeImages = () => Promise.reject(new Error('no images here')),
) {
  const app = testApp(link);
  const heard: OutMessage[] = [],
    origins: string[] = [];
  const parent = {
    postMessage: (message: OutMessage, origin: string) =>
      void (heard.push(structuredClone(message)), origins.push(origin)),
  };
  const listeners = new Set<(event: object) => void>();
  const view = {
    parent,
    addEventListener: (_: string, listener: never) => void listeners.add(listener),
    removeEventListener: (_: string, listener: never) => void listeners.delete(listener),
  };
  const connection = connect(app, view as never, takeSnapshot, takeImages);
  const deliver = (data: unknown, source: unknown = parent, origin = 'https://host.example') =>
    listeners.forEach((listener) => listener({ data, source, origin }));
  const send = (message: object) => deliver({ rankUnderNoise: 1, ...message });
  const answers = (id: unknown) => heard.filter((message) => 'id' in message && message.id === id);
  const states = () => heard.filter((message) => message.type === 'state');
  return { app, heard, origins, connection, deliver, send, answers, states };
}

describe('a framed page', () => {
  it('says that it is ready when the first figure is there, then what it shows, to its end', async () => {
    const { app, heard, states } = framed();
    expect(heard).toEqual([]);
    await finished(app);
    await until(app, ({ data }) => data.status === 'ready');
    await aWhile(200);
    expect(heard[0]).toEqual({ rankUnderNoise: 1, type: 'ready' });
    const last = states().at(-1)!;
    const { run, data, experiment } = app.store.getState();
    expect(last).toMatchObject({
      status: 'finished',
      step: 40,
      backend: 'cpu',
      parameters: experiment,
      metrics: {
        loss: run.latest!.loss,
        trainAccuracy: run.latest!.trainAccuracy,
        testAccuracy: run.latest!.testAccuracy,
      },
    });
    expect(last.metrics.filters!.singularValues).toEqual([...leading(run.latest!).singularValues]);
    expect(last.metrics.data!.singularValues).toEqual([...data.spectrum!.data]);
    expect(last.metrics.clean!.stableRank).toBeCloseTo(4, 6);
  });

  it('answers with the id that it was asked with, to the origin that asked', async () => {
    const { app, send, answers, origins } = framed(`${smallLink}&autoplay=0`);
    await until(app, ({ run }) => run.status === 'paused');
    send({ type: 'get', id: 'a' });
    send({ type: 'step', count: 3, id: 5 });
    send({ type: 'dance', id: 6 });
    expect(answers('a')).toMatchObject([{ type: 'state', status: 'paused', step: 0 }]);
    expect(answers(5)).toEqual([{ rankUnderNoise: 1, type: 'ack', id: 5 }]);
    expect(answers(6)).toMatchObject([{ type: 'error', message: expect.stringContaining('dance') }]);
    expect(origins.at(-1)).toBe('https://host.example');
    await until(app, ({ run }) => run.latest?.step === 3);
  });

  it('changes parameters, all or none', async () => {
    const { app, send, answers } = framed();
    await finished(app);
    const before = app.store.getState();
    send({ type: 'set', parameters: { sigma: 0.4, k: 99 }, id: 1 });
    expect(app.store.getState()).toBe(before);
    expect(answers(1)).toMatchObject([{ type: 'error', message: expect.stringMatching(/^set: k: 99 is outside/) }]);
    send({ type: 'set', parameters: { sigma: 0.4, steps: 20 }, id: 2 });
    expect(answers(2)).toMatchObject([{ type: 'ack' }]);
    expect(app.store.getState().experiment).toMatchObject({ sigma: 0.4, steps: 20, k: 2 });
    expect((await until(app, ({ run }) => run.status === 'finished' && run.latest!.step === 20)).notices).toEqual([]);
  });

  it('never shows figures of other parameters than those beside them', async () => {
    const { app, send, answers } = framed();
    await finished(app);
    await until(app, ({ data }) => data.status === 'ready');
    send({ type: 'set', parameters: { m: 6 } });
    send({ type: 'get', id: 1 });
    // The images stayed, and what is known of them.
    expect(answers(1)).toMatchObject([
      {
        parameters: { m: 6 },
        step: null,
        metrics: { loss: null, filters: null, data: { stableRank: expect.any(Number) } },
      },
    ]);
    send({ type: 'set', parameters: { sigma: 0.9 } });
    send({ type: 'get', id: 2 });
    expect(answers(2)).toMatchObject([
      { parameters: { sigma: 0.9 }, step: null, metrics: { loss: null, filters: null, data: null, clean: null } },
    ]);
  });

  it('goes to a step, also of a run that is still loading, and not beyond its end', async () => {
    const { app, send, answers } = framed(`${smallLink}&autoplay=0`);
    send({ type: 'set', parameters: { sigma: 0.5 } });
    send({ type: 'seek', step: 30, id: 1 });
    send({ type: 'seek', step: 41, id: 2 });
    expect(answers(1)).toMatchObject([{ type: 'ack' }]);
    expect(answers(2)).toMatchObject([{ type: 'error', message: 'seek: the run ends at step 40.' }]);
    const { run } = await until(app, (state) => state.run.latest?.step === 30);
    expect(run.experiment!.sigma).toBe(0.5);
    send({ type: 'seek', step: 0 });
    expect(app.store.getState().run.cursor).toBe(0);
    send({ type: 'seek', step: null });
    expect(app.store.getState().run.cursor).toBeNull();
  });

  it('hears only the window around it', async () => {
    const { app, deliver, heard } = framed();
    await finished(app);
    await aWhile(150);
    const before = app.store.getState(),
      count = heard.length;
    deliver({ rankUnderNoise: 1, type: 'reset' }, {});
    deliver({ rankUnderNoise: 1, type: 'reset' }, null);
    expect(app.store.getState()).toBe(before);
    expect(heard.length).toBe(count);
  });

  it('tells at most ten states a second, and a change of status at once', async () => {
    const { app, states, send } = framed(smallLink.replace('steps=40', 'steps=4000'));
    await until(app, ({ run }) => (run.latest?.step ?? 0) > 4);
    const before = states().length;
    await aWhile(500);
    expect(states().length - before).toBeLessThanOrEqual(6);
    expect(states().length - before).toBeGreaterThan(1);
    send({ type: 'pause' });
    expect(states().at(-1)).toMatchObject({ status: 'paused' });
  });

  it('reads a hundred messages a second and complains once of the others', async () => {
    const { app, send, heard } = framed();
    await finished(app);
    const { experiment } = app.store.getState();
    const errors = () => heard.filter(({ type }) => type === 'error');
    for (let i = 0; i < 5000; i++) send({ type: i < 100 ? 'get' : 'set', parameters: { sigma: 1 } });
    expect(errors()).toEqual([{ rankUnderNoise: 1, type: 'error', message: expect.stringContaining('More than 100') }]);
    expect(app.store.getState().experiment).toBe(experiment);
  });

  it('pauses on a slide that is left, and goes on with it; a figure that waits to be started still waits', async () => {
    const { app, deliver } = framed(smallLink.replace('steps=40', 'steps=4000'));
    await until(app, ({ run }) => (run.latest?.step ?? 0) > 2);
    deliver('slide:stop');
    expect(app.store.getState().run.status).toBe('paused');
    deliver('slide:start');
    expect(app.store.getState().run.status).toBe('training');
    app.pause();
    deliver('slide:stop');
    deliver('slide:start');
    expect(app.store.getState().run.status).toBe('paused');
  });

  it('hands out pictures one after the other, and says why where there is none', async () => {
    const take = vi.fn<TakeSnapshot>(async (panel) => {
      if (panel === 'map') throw new Error('The panel “map” is not on the page now.');
      return `<svg>${panel}</svg>`;
    });
    const { app, send, answers } = framed(smallLink, take);
    await finished(app);
    for (const [id, panel] of ['data', 'map', 'filters', 'training', 'tiles'].entries())
      send({ type: 'snapshot', panel, id });
    await aWhile();
    expect(answers(0)).toMatchObject([{ type: 'ack', content: '<svg>data</svg>' }]);
    expect(answers(1)).toMatchObject([{ type: 'error', message: 'snapshot: The panel “map” is not on the page now.' }]);
    expect(answers(3)).toMatchObject([{ type: 'ack', content: '<svg>training</svg>' }]);
    expect(answers(4)).toMatchObject([{ type: 'error', message: 'snapshot: 4 are being made already.' }]);
  });

  it('is silent when it is disconnected', async () => {
    const { app, connection, send, heard } = framed();
    await finished(app);
    connection.disconnect();
    const count = heard.length;
    send({ type: 'reset' });
    await aWhile();
    expect(heard.length).toBe(count);
    expect(app.store.getState().run.status).toBe('finished');
  });
});

it('hostile messages change nothing and throw nothing', async () => {
  const { app, deliver } = framed();
  await finished(app);
  await until(app, ({ data }) => data.status === 'ready');
  const before = app.store.getState();
  vi.useFakeTimers({ toFake: ['performance'] });
  const hostile = fc.oneof(
    fc.anything(),
    fc.record({ rankUnderNoise: fc.constant(1), type: fc.anything(), id: fc.anything(), parameters: fc.anything() }),
    fc.record({
      rankUnderNoise: fc.constant(1),
      type: fc.constant('set'),
      parameters: fc.dictionary(
        fc.constantFrom('sigma', 'k', 'm', '__proto__', 'toString'),
        fc.oneof(fc.constantFrom(-1, 1e9, NaN, '1; drop', '<b>'), fc.object()),
        { minKeys: 1 },
      ),
    }),
  );
  fc.assert(
    fc.property(hostile, (data) => {
      vi.advanceTimersByTime(1000);
      deliver(data);
      expect(app.store.getState()).toBe(before);
    }),
    { numRuns: 2000 },
  );
  vi.useRealTimers();
});

describe('images that a host hands over', () => {
  const held = {
    images: '0123456789abcdef',
    classes: ['cat', 'dog'],
    counts: { train: [8, 8], test: [0, 0] },
    height: 8,
    width: 8,
    channels: 1 as const,
  };
  const files = [{ path: 'pets.npz', bytes: new ArrayBuffer(8) }];

  it('are read one collection at a time, and answered with what they are named by', async () => {
    let end = () => {};
    const { send, answers } = framed(smallLink, undefined, () => new Promise((resolve) => (end = () => resolve(held))));
    send({ type: 'images', files, id: 1 });
    send({ type: 'images', files, id: 2 });
    await vi.waitFor(() => expect(answers(2)).toHaveLength(1));
    expect(answers(2)).toMatchObject([{ type: 'error', message: 'images: others are being read already.' }]);
    expect(answers(1)).toEqual([]);
    end();
    await vi.waitFor(() => expect(answers(1)).toEqual([{ rankUnderNoise: 1, type: 'ack', id: 1, held }]));
    send({ type: 'images', files, id: 3 });
    end();
    await vi.waitFor(() => expect(answers(3)).toMatchObject([{ type: 'ack' }]));
  });

  it('that are refused are answered in the words of the page', async () => {
    const fault = { kind: 'images-refused', name: 'pets.npz', fault: { kind: 'zip-damaged' } } as const;
    const { send, answers } = framed(smallLink, undefined, () => Promise.reject(new ProblemError(fault)));
    send({ type: 'images', files, id: 1 });
    const message = 'images: pets.npz: the ZIP file is damaged or cut off.';
    await vi.waitFor(() => expect(answers(1)).toEqual([{ rankUnderNoise: 1, type: 'error', id: 1, message }]));
  });
});
