import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeLink } from '../experiment/link';
import { anyExperiment } from '../experiment/testing';
import { noticed } from '../problems/testing';
import { aWhile, finished, smallLink, testApp } from '../store/testing';
import { openRunFile } from './open-run-file';
import { readRunFile } from './read-run-file';
import { runFileOf } from './run-file';

/** A number of every kind that a file should not hold, and values of other types. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'NaN',
    [],
    {},
    -1,
    1e308,
    1e21,
    2 ** 53,
    '__proto__',
    [[[[[[[[[[1]]]]]]]]]],
    { toString: 1, __proto__: null },
  ),
  fc.double(),
  fc.string({ maxLength: 20 }),
  fc.jsonValue(),
  anyExperiment.map(encodeLink),
);

/** Every place in a value, as the keys that lead there. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.keys(value).flatMap((key) => places((value as Record<string, unknown>)[key], [...path, key])),
  ];
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  if (path.length === 0) return by;
  const [key, ...rest] = path;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key!] = replaced(copy[key!], rest, by);
  return copy;
}

async function sound() {
  const app = testApp(smallLink);
  await finished(app);
  const file = runFileOf(app.store.getState())!;
  return { app, file, json: JSON.stringify({ ...file, history: file.history.filter(({ step }) => step % 20 === 0) }) };
}

/** Ways to damage a file's text. */
function damaged(json: string): fc.Arbitrary<string> {
  const at = fc.nat(json.length - 1);
  const all = places(JSON.parse(json));
  return fc.oneof(
    at.map((end) => json.slice(0, end)),
    fc
      .uniqueArray(fc.tuple(at, fc.nat(255)), { minLength: 1, maxLength: 8 })
      .map((flips) =>
        flips.reduce(
          (text, [i, code]) => text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ code) + text.slice(i + 1),
          json,
        ),
      ),
    fc
      .tuple(fc.constantFrom(...all), strange)
      .map(([path, value]) => JSON.stringify(replaced(JSON.parse(json), path, value)) ?? ''),
    fc.tuple(at, at).map(([a, b]) => json.slice(0, a) + json.slice(b)),
    fc
      .tuple(at, fc.constantFrom('1e999', '-', '[', '{"a":', '9'.repeat(400), '\u0000', '"'))
      .map(([i, text]) => json.slice(0, i) + text + json.slice(i)),
    fc
      .tuple(fc.integer({ min: 1, max: 50_000 }), fc.constantFrom('[', '{"a":'))
      .map(([depth, open]) => open.repeat(depth)),
  );
}

const asFile = (json: string) => ({ name: 'run.json', size: json.length, text: () => Promise.resolve(json) });

/** What a visitor would lose. */
function shown({ app }: Awaited<ReturnType<typeof sound>>) {
  const {
    experiment,
    run: { status, cursor, history, latest },
    data,
  } = app.store.getState();
  return { experiment, status, cursor, history, latest, data };
}

describe('a thousand damaged run files', () => {
  it('throw nothing, and those that cannot be read say why and leave everything as it was', async () => {
    const page = await sound();
    await aWhile(600); // until the run is recorded in full
    const before = shown(page);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(damaged(page.json), async (json) => {
        let fine = true;
        try {
          readRunFile(json);
        } catch {
          fine = false;
        }
        // Damage to a digit leaves a sound file of another run, which is opened: the next test has those.
        if (fine) return;
        refused += 1;
        page.app.dismissNotices();
        await openRunFile(page.app, asFile(json));
        const { notices } = page.app.store.getState();
        expect(notices).toHaveLength(1);
        expect(notices[0]!.field).toBe('file');
        expect(noticed(notices[0]!)).toMatch(/^run\.json was not opened: .+\. The page stays as it was\.$/s);
        expect(noticed(notices[0]!).length).toBeLessThan(300);
        const after = shown(page);
        for (const key of Object.keys(before) as (keyof typeof before)[]) expect(after[key], key).toBe(before[key]);
      }),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(700);
  });

  it('that can still be read are opened, and what differs is said', async () => {
    const { json } = await sound();
    const off = JSON.parse(json);
    off.history.at(-1).loss *= 1.01;
    const app = testApp(`${smallLink}&k=1`);
    await openRunFile(app, asFile(JSON.stringify(off)));
    expect(app.store.getState().notices.map((notice) => [notice.field, noticed(notice)])).toEqual([
      ['file', expect.stringContaining('This device computed something else than the file holds: loss')],
    ]);
    expect(app.store.getState().experiment.k).toBe(2);
  });

  it('with a link that cannot be used are refused before anything changes', async () => {
    const { app, file } = await sound();
    const before = app.store.getState().experiment;
    await openRunFile(app, asFile(JSON.stringify({ ...file, link: '#sigma=99' })));
    expect(noticed(app.store.getState().notices[0]!)).toContain(
      'its link cannot be used (sigma: 99 is outside 0 to 2; 2 is used)',
    );
    expect(app.store.getState().experiment).toBe(before);
  });
});

describe('a sound run file', () => {
  it('opens the same run at the same step, without a notice', async () => {
    const first = testApp(smallLink);
    await finished(first);
    first.seek(10);
    const file = runFileOf(first.store.getState())!;
    expect(file.step).toBe(first.store.getState().run.cursor);
    const second = testApp('#side=4&k=1&n=8&m=2&steps=5&backend=cpu');
    await openRunFile(second, asFile(JSON.stringify(file)));
    const { run, notices } = second.store.getState();
    expect(notices).toEqual([]);
    expect(run.cursor).toBe(file.step);
    expect(run.latest).toEqual(first.store.getState().run.latest);
  });

  it('opens a run that was paused where it was paused', async () => {
    const first = testApp(`${smallLink}&autoplay=0`);
    first.step(7);
    await aWhile(100);
    const file = runFileOf(first.store.getState())!;
    expect(file.step).toBe(7);
    const second = testApp('#side=4&k=1&n=8&m=2&steps=5&backend=cpu');
    await finished(second);
    await openRunFile(second, asFile(JSON.stringify(file)));
    expect(second.store.getState().run).toMatchObject({
      status: 'paused',
      cursor: null,
      latest: { step: 7, loss: file.history.at(-1)!.loss },
    });
  });

  it('gives way to whatever the visitor does meanwhile', async () => {
    const { file } = await sound();
    const app = testApp(`${smallLink}&k=1`);
    const opening = openRunFile(app, asFile(JSON.stringify(file)));
    await Promise.resolve();
    await Promise.resolve();
    app.change({ sigma: 0.5 });
    app.play();
    await opening;
    await finished(app);
    expect(app.store.getState().experiment.sigma).toBe(0.5);
  });
});
