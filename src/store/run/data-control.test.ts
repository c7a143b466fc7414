import { describe, expect, it } from 'vitest';
import { aWhile, localCaller, smallLink, testApp, until } from '../testing';

const link = `${smallLink}&autoplay=0`;

describe('the data’s spectrum of a page out of sight', () => {
  it('is not begun once its worker was given back, and is when it is seen', async () => {
    const spectra = localCaller();
    const app = testApp(link, { spectra });
    await until(app, ({ data }) => data.status === 'ready');
    app.setPresence('released');
    app.change({ n: 20 });
    await aWhile(1000);
    expect(spectra.calls.length).toBe(1);
    app.setPresence('shown');
    const { data } = await until(app, (state) => state.data.experiment?.n === 20);
    expect(data.status).toBe('ready');
  });

  it('that was under way when its worker was given back is computed when it is seen', async () => {
    const spectra = localCaller((_, __, call) => (call === 1 ? new Promise(() => {}) : undefined));
    const app = testApp(link, { spectra });
    await aWhile(100);
    app.setPresence('released');
    expect(spectra.restarts).toBe(1);
    await aWhile(100);
    expect(spectra.calls.length).toBe(1);
    app.setPresence('shown');
    await until(app, ({ data }) => data.status === 'ready');
    expect(spectra.calls.length).toBe(2);
  });
});
