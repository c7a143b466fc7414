import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { finished, smallLink, testApp, until } from '../store/testing';
import { connect } from './embed';

/** What was said to a page when there was one version of the protocol, and what it answered, as it was written then. */
const kept = readFileSync('fixtures/messages/conversation-v1.json', 'utf8');
const { asked, answers } = JSON.parse(kept) as { asked: object[]; answers: object[] };

async function conversation(messages: readonly object[]) {
  const app = testApp(smallLink);
  const heard: Record<string, unknown>[] = [];
  const parent = { postMessage: (message: Record<string, unknown>) => void heard.push(structuredClone(message)) };
  let hear: (event: object) => void = () => {};
  const view = {
    parent,
    addEventListener: (_: string, listener: never) => (hear = listener),
    removeEventListener() {},
  };
  const noImages = () => Promise.reject(new Error('no images here'));
  connect(app, view as never, () => Promise.resolve('<svg/>'), noImages);
  await finished(app);
  await until(app, ({ data }) => data.status === 'ready');
  const before = heard.length;
  for (const data of messages) hear({ data, source: parent, origin: 'https://host.example' });
  return { app, unasked: heard.slice(0, before), said: heard.slice(before).filter((message) => 'id' in message) };
}
const inVersion = (rankUnderNoise: number, messages: readonly object[]) =>
  messages.map((message) => ({ rankUnderNoise, ...message }));

/** A value without the fields that another has not: parameters and measures that were not there yet. */
function asBefore(now: unknown, then: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(then)) return now.map((each, i) => asBefore(each, then[i]));
  if (!isRecord(now) || !isRecord(then)) return now;
  return Object.fromEntries(
    Object.entries(now).flatMap(([key, value]) => (key in then ? [[key, asBefore(value, then[key])]] : [])),
  );
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

describe('a page in a frame', () => {
  it('answers version 1 as it did before there was another, to the byte; what has come since stands beside it', async () => {
    const { said } = await conversation(inVersion(1, asked));
    expect(JSON.stringify(asBefore(said, answers))).toBe(JSON.stringify(answers));
  });

  it('answers version 2 in version 2, with the matrices in a list', async () => {
    const { said, app } = await conversation(inVersion(2, asked));
    expect(said.every(({ rankUnderNoise }) => rankUnderNoise === 2)).toBe(true);
    const [filters] = app.store.getState().run.latest!.matrices;
    const first = (JSON.parse(kept).answers as { metrics: { filters: object } }[])[0]!.metrics;
    const { matrices, ...others } = said[0]!['metrics'] as { matrices: object[] };
    expect(matrices).toMatchObject([{ name: 'filters', rows: 8, columns: 16, ...first.filters }]);
    expect(filters!.name).toBe('filters');
    expect(asBefore({ ...others, filters: first.filters }, first)).toEqual(first);
  });

  it('says what it was not asked for in the first version until another was spoken, then in each that was', async () => {
    const { app, unasked, said } = await conversation([
      ...inVersion(2, [{ type: 'get', id: 1 }]),
      ...inVersion(1, [{ type: 'get', id: 2 }]),
    ]);
    expect(new Set(unasked.map(({ rankUnderNoise }) => rankUnderNoise))).toEqual(new Set([1]));
    expect(said.map(({ rankUnderNoise, id }) => [rankUnderNoise, id])).toEqual([
      [2, 1],
      [1, 2],
    ]);
    app.pause();
  });
});
