import { expect, it } from 'vitest';
import { aWhile, localCaller, smallLink, testApp, until } from './testing';
import { createPool } from '../training/pool';

it('a figure that waits to be started asks nothing of its workers beyond its first frame, however long it waits', async () => {
  const callers = {
    training: localCaller(),
    spectra: localCaller(),
    races: localCaller(),
    aside: localCaller(),
    pool: localCaller(),
  };
  const app = testApp(`${smallLink}&autoplay=0`, { ...callers, pool: createPool(() => callers.pool, 1) });
  await until(app, ({ run, data }) => run.latest !== null && data.status === 'ready');
  await aWhile();
  const asked = () => Object.values(callers).map(({ calls }) => calls.map(({ method }) => method));
  const before = asked();
  expect(before[0]).toEqual(['start']);
  await aWhile(600_000);
  expect(asked()).toEqual(before);
  expect(app.store.getState().run).toMatchObject({ playing: false, latest: { step: 0 } });
});
