import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Page } from '@playwright/test';
import type { OutMessage, Said, State } from '../src/embed/protocol';
import { watchErrors } from './page';
import { dist, serveFolder } from './static-server';
import { expect, test } from './test';

/** Another site, as slides are: a server of its own, because browsers keep made-up pages away from local ones. */
let host = '',
  site = '',
  hostPage = '';
const server = createServer(async ({ url }, response) => {
  const module = url === '/embed.js';
  response.setHeader('content-type', module ? 'text/javascript' : 'text/html');
  response.end(module ? await (await fetch(`${site}embed.js`)).text() : hostPage);
});
test.beforeAll(async ({ baseURL }) => {
  site = baseURL!;
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => void server.close());
const figure = (link: string) => `${site}#embed=1&${link}`;
const frameTag = (link: string, style = 'width:800px;height:700px') =>
  `<iframe src="${figure(link)}" style="${style}"></iframe>`;

/** A plain page that keeps every message it gets, by frame. */
async function openHost(page: Page, body: string): Promise<void> {
  hostPage = `<!doctype html><title>Host</title><link rel="icon" href="data:,"><script>
    window.heard = [];
    addEventListener('message', ({ source, data }) => heard.push({ frame: [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source), data }));
  </script>${body}`;
  await page.goto(host);
}

type Heard = { frame: number; data: OutMessage };
const heard = (page: Page, frame = 0) =>
  page.evaluate(
    (of) =>
      (window as unknown as { heard: Heard[] }).heard.filter((message) => message.frame === of).map(({ data }) => data),
    frame,
  );
const states = async (page: Page, frame = 0) =>
  (await heard(page, frame)).filter((message) => message.type === 'state');
const latest = async (page: Page, frame = 0): Promise<State | undefined> => (await states(page, frame)).at(-1);
const post = (page: Page, data: unknown, frame = 0) =>
  page.evaluate(
    ([message, of]) => document.querySelectorAll('iframe')[of as number]!.contentWindow!.postMessage(message, '*'),
    [data, frame],
  );
const send = (page: Page, message: object, frame = 0) => post(page, { rankUnderNoise: 1, ...message }, frame);
const ready = (page: Page, frame = 0) =>
  expect.poll(async () => (await heard(page, frame)).some(({ type }) => type === 'ready')).toBe(true);
const ends = (page: Page, frame = 0) => expect.poll(async () => (await latest(page, frame))?.status).toBe('finished');
const stepOf = async (page: Page, frame = 0) => (await latest(page, frame))?.step ?? -1;
/** The host paints so many frames, in each of which a figure that trains would have made a step. */
const frames = (page: Page, count = 30) =>
  page.evaluate(async (left) => {
    for (; left > 0; left--) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
/** Waits until a figure has come to rest. @returns the step at which it rests. */
async function rests(page: Page): Promise<number> {
  await expect(async () => {
    const step = await stepOf(page);
    await frames(page);
    expect(await stepOf(page)).toBe(step);
  }).toPass();
  return stepOf(page);
}
async function ask(page: Page, message: object, frame = 0): Promise<Said> {
  const id = Math.floor(Math.random() * 1e9);
  await send(page, { ...message, id }, frame);
  let answer: OutMessage | undefined;
  await expect
    .poll(
      async () => (answer = (await heard(page, frame)).find((said) => 'id' in said && said.id === id)) !== undefined,
    )
    .toBe(true);
  return answer!;
}

interface CommandLine {
  history: { step: number; loss: number; testAccuracy: number; stableRank: number; singularValues: number[] }[];
  data: { stableRank: number };
  clean: { stableRank: number };
}
const commandLine = (link: string) =>
  new Promise<CommandLine>((resolve, reject) => {
    execFile(
      'npx',
      ['tsx', 'cli/experiment.ts', '--backend', 'wasm', '--link', link],
      { maxBuffer: 2 ** 28 },
      (error, out) => (error ? reject(error) : resolve(JSON.parse(out) as CommandLine)),
    );
  });

test('a host page sets parameters, plays, and reads what the command line says of the same link', async ({ page }) => {
  const errors = watchErrors(page);
  const asked = commandLine('#sigma=0.3&k=2&steps=60');
  await openHost(page, frameTag('autoplay=0&backend=wasm&steps=50'));
  await ready(page);
  await expect.poll(() => latest(page)).toMatchObject({ status: 'paused', step: 0, parameters: { steps: 50, k: 3 } });
  expect(await ask(page, { type: 'set', parameters: { sigma: 0.3, k: 2, steps: 60 } })).toMatchObject({ type: 'ack' });
  expect(await ask(page, { type: 'play' })).toMatchObject({ type: 'ack' });
  await ends(page);
  await expect.poll(async () => (await latest(page))?.metrics.data ?? null).not.toBeNull();
  const { metrics, step, backend } = (await latest(page))!;
  const { history, data, clean } = await asked;
  const last = history.at(-1)!;
  expect({ step, backend }).toEqual({ step: 60, backend: 'wasm' });
  expect(metrics.loss).toBeCloseTo(last.loss, 6);
  expect(metrics.testAccuracy).toBeCloseTo(last.testAccuracy, 6);
  expect(metrics.filters!.stableRank).toBeCloseTo(last.stableRank, 4);
  metrics.filters!.singularValues.forEach((value, i) => expect(value).toBeCloseTo(last.singularValues[i]!, 4));
  expect(metrics.data!.stableRank).toBeCloseTo(data.stableRank, 6);
  expect(metrics.clean!.stableRank).toBeCloseTo(clean.stableRank, 6);

  await ask(page, { type: 'seek', step: 0 });
  await expect.poll(() => stepOf(page)).toBe(0);
  const picture = await ask(page, { type: 'snapshot', panel: 'data', format: 'svg' });
  expect(picture).toMatchObject({ type: 'ack', content: expect.stringContaining('<svg') });
  expect(await ask(page, { type: 'snapshot', panel: 'map' })).toMatchObject({ type: 'error' });
  expect(errors).toEqual([]);
});

test.describe('by a clock that jumps', () => {
  test.use({ apart: true });

  test('floods and hostile messages change nothing', async ({ page }) => {
    const errors = watchErrors(page);
    await page.clock.install();
    await openHost(page, frameTag('n=40&m=8&steps=20'));
    await ready(page);
    await ends(page);
    const before = await ask(page, { type: 'get' });
    for (const message of [
      null,
      7,
      'play',
      {},
      [],
      { rankUnderNoise: 99, type: 'reset' },
      { rankUnderNoise: 1 },
      { rankUnderNoise: 1, type: 'eval', code: 'document.title=1' },
      { rankUnderNoise: 1, type: 'set', parameters: { sigma: 99 } },
      { rankUnderNoise: 1, type: 'set', parameters: { show: '<img src=x onerror="document.title=1">' } },
      { rankUnderNoise: 1, type: 'set', parameters: { sigma: 0.5, wibble: 1 } },
      { rankUnderNoise: 1, type: 'seek', step: 1e9 },
      { rankUnderNoise: 1, type: 'step', count: -1 },
    ])
      await post(page, message);
    expect(await ask(page, { type: 'set', parameters: { sigma: 99 } })).toMatchObject({
      type: 'error',
      message: expect.stringMatching(/^set: sigma: 99/),
    });
    // A hundred are read in a second: the next one begins, and lasts until all of them have been read.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1100);
    const inside = page.frames()[1]!;
    await inside.evaluate(() =>
      addEventListener('message', ({ data }) => data === 'the last' && Object.assign(window, { isRead: true })),
    );
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe')!;
      for (let i = 0; i < 5_000; i++)
        contentWindow!.postMessage({ rankUnderNoise: 1, type: i < 100 ? 'get' : 'reset' }, '*');
      contentWindow!.postMessage('the last', '*');
    });
    await expect.poll(() => inside.evaluate(() => 'isRead' in window)).toBe(true);
    await expect
      .poll(async () =>
        (await heard(page)).some((said) => said.type === 'error' && said.message.startsWith('More than 100')),
      )
      .toBe(true);
    await page.clock.fastForward(1100);
    await page.clock.resume();
    const { id: _, ...after } = (await ask(page, { type: 'get' })) as { id?: unknown };
    expect(before).toMatchObject(after);
    await expect(page.frameLocator('iframe').locator('.notices')).toHaveCount(0);
    expect(errors).toEqual([]);
  });

  test('a sweep in a frame is not kept for the page of the same site', async ({ page }) => {
    await page.clock.install();
    await page.goto(`${site}#autoplay=0`);
    await page.evaluate((tag) => {
      document.body.innerHTML = tag;
    }, frameTag('show=sweep&levels=5&steps=5&n=24&m=4&autoplay=0'));
    const frame = page.frameLocator('iframe');
    await frame.getByRole('button', { name: /^Draw the curve/ }).click();
    await expect(frame.locator('[data-panel="sweep"]').getByRole('status')).toContainText('5 runs made');
    // A page of its own keeps it within a second.
    await page.clock.fastForward(5000);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('sweep')))).toEqual([]);
  });

  test('a figure on a slide that is not displayed rests and goes on at the same step; after long it gives its workers back, and comes back as it was', async ({
    page,
  }) => {
    await page.clock.install();
    await openHost(page, `<div id="slide">${frameTag('n=40&m=8&steps=20000')}</div>`);
    await ready(page);
    await expect.poll(() => stepOf(page)).toBeGreaterThan(5);
    const display = (value: string) =>
      page.evaluate((css) => {
        document.getElementById('slide')!.style.display = css;
      }, value);
    await display('none');
    const step = await rests(page);
    expect(await latest(page)).toMatchObject({ status: 'training' });
    await display('block');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(step + 3);

    await display('none');
    const left = await rests(page);
    expect(page.workers().length).toBeGreaterThan(0);
    const { metrics } = (await latest(page))!;
    await page.clock.fastForward(31_000);
    await expect.poll(() => page.workers().length).toBe(0);
    const count = (await states(page)).length;
    await display('block');
    await expect.poll(() => stepOf(page)).toBeGreaterThan(left + 3);
    const after = (await states(page)).slice(count);
    expect(after.every((state) => state.step! >= left)).toBe(true);
    expect(after.at(-1)!.metrics.loss!).toBeLessThanOrEqual(metrics.loss!);
    await expect(page.frameLocator('iframe').locator('.notices')).toHaveCount(0);
  });
});

test('in a sandbox without its origin a figure opens and says that it cannot train; where its scripts may not be read, or do not come, that it has not started', async ({
  page,
}) => {
  const readable = { 'Access-Control-Allow-Origin': '*' };
  const isMain = (name: string) => /^assets\/index-.*\.js$/.test(name);
  const sites = [
    await serveFolder(dist, '/', readable),
    await serveFolder(dist),
    await serveFolder(dist, '/', readable, {}, isMain),
  ];
  try {
    await openHost(
      page,
      sites
        .map(
          ({ url }) =>
            `<iframe sandbox="allow-scripts" src="${url}#embed=1&n=40&m=8" width="900" height="600"></iframe>`,
        )
        .join(''),
    );
    const frame = (i: number) => page.frameLocator('iframe').nth(i);
    await expect(frame(0).locator('.status .outcome')).toContainText('The training worker could not be started');
    await expect(frame(0).getByRole('slider', { name: /noise/ }).first()).toBeEnabled();
    for (const i of [1, 2]) {
      const said = frame(i).getByRole('alert');
      await expect(said).toContainText('This page has not started');
      await expect(said).toContainText('本页尚未启动');
      await expect(said.getByRole('button')).toBeEnabled();
    }
  } finally {
    await Promise.all(sites.map((its) => its.close()));
  }
});

test('two figures side by side are independent', async ({ page }) => {
  await openHost(
    page,
    frameTag('n=40&m=8&steps=30&autoplay=0', 'width:600px;height:600px') +
      frameTag('n=40&m=8&steps=40&sigma=0.4', 'width:600px;height:600px'),
  );
  await ready(page, 0);
  await ready(page, 1);
  await ends(page, 1);
  await expect.poll(() => latest(page, 0)).toMatchObject({ status: 'paused', step: 0, parameters: { sigma: 0.2 } });
  await ask(page, { type: 'set', parameters: { sigma: 0.1 } }, 0);
  await ask(page, { type: 'play' }, 0);
  await ends(page, 0);
  expect(await latest(page, 1)).toMatchObject({ status: 'finished', step: 40, parameters: { sigma: 0.4 } });
});

test('keys that the figure does not use reach the slides', async ({ page }) => {
  await openHost(page, frameTag('n=40&m=8&steps=20&controls=sigma,seed'));
  await ready(page);
  await ends(page);
  const frame = page.frameLocator('iframe');
  const keys = async () => (await heard(page)).flatMap((said) => (said.type === 'key' ? [said.key] : []));
  await frame.getByRole('slider', { name: /noise/ }).first().focus();
  for (const key of ['ArrowRight', 'Home', 'f', 'Escape', 'Control+f']) await page.keyboard.press(key);
  await expect.poll(keys).toEqual(['f', 'Escape']);
  await frame.getByRole('button', { name: 'Restart' }).focus();
  for (const key of ['ArrowRight', ' ', 'PageDown', 'Tab']) await page.keyboard.press(key);
  await expect.poll(async () => (await keys()).slice(2)).toEqual(['ArrowRight', 'PageDown']);
  // What a choice uses is its own; the last key is heard, and so all before it would have been.
  await frame.getByRole('combobox', { name: 'Pace' }).focus();
  await page.keyboard.press('o');
  await frame.getByRole('button', { name: 'Restart' }).focus();
  await page.keyboard.press('PageUp');
  await expect.poll(async () => (await keys()).slice(4)).toEqual(['PageUp']);
});

test('a figure that opens out of sight draws its first frame and waits; scrolled off, it rests', async ({ page }) => {
  await openHost(page, `<div id="slide" style="margin-top:3000px">${frameTag('n=40&m=8&steps=20000')}</div>`);
  await ready(page);
  const margin = (value: string) =>
    page.evaluate((css) => {
      document.getElementById('slide')!.style.marginTop = css;
    }, value);
  await expect.poll(() => latest(page)).toMatchObject({ status: 'training', step: 0 });
  expect(await rests(page)).toBe(0);
  await margin('0');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(5);
  await margin('3000px');
  const step = await rests(page);
  expect(await latest(page)).toMatchObject({ status: 'training' });
  await margin('0');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(step + 3);
});

test('the slide signals of reveal.js pause and resume', async ({ page }) => {
  await openHost(page, frameTag('n=40&m=8&steps=20000'));
  await ready(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(3);
  await post(page, 'slide:stop');
  await expect.poll(async () => (await latest(page))?.status).toBe('paused');
  const step = await rests(page);
  await post(page, 'slide:start');
  await expect.poll(() => stepOf(page)).toBeGreaterThan(step);
});

test('the module for host pages', async ({ page }) => {
  const errors = watchErrors(page);
  await openHost(page, '<div id="figure" style="width:800px;height:600px"></div>');
  const result = await page.evaluate(async (src) => {
    const { createEmbed } = (await import('/embed.js' as string)) as typeof import('../src/embed');
    const embed = createEmbed(document.getElementById('figure')!, {
      src,
      link: '#k=2&n=40&m=8&autoplay=0',
      parameters: { steps: 40, controls: ['sigma', 'k'] },
    });
    const early = embed.get();
    const seen: string[] = [];
    const stop = embed.on('state', ({ status }) => void seen.push(status));
    await embed.ready;
    const first = await early;
    await embed.set({ sigma: 0.1 });
    const refused = await embed.set({ sigma: 99 }).catch((error: Error) => error.message);
    await embed.play();
    while ((await embed.get()).status !== 'finished') await new Promise((resolve) => setTimeout(resolve, 50));
    stop();
    const picture = await embed.snapshot('filters', 'png');
    const last = await embed.get();
    // Two classes of eight images of 4 × 4, handed over as NPY files.
    const npy = (header: string, values: number[]) =>
      Uint8Array.from([
        ...Array.from(`\x93NUMPY\x01\0\x76\0${header.padEnd(117)}\n`, (one) => one.charCodeAt(0)),
        ...values,
      ]).buffer;
    const of = (shape: string) => `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape}), }`;
    const count = Array.from({ length: 256 }, (_, i) => i);
    const buffer = npy(of('16, 4, 4'), count);
    const held = await embed.images([
      { path: 'images.npy', bytes: buffer },
      {
        path: 'labels.npy',
        bytes: new Blob([
          npy(
            of('16,'),
            count.slice(0, 16).map((i) => i % 2),
          ),
        ]),
      },
    ]);
    const none = await embed
      .images([{ path: 'x.npz', bytes: new ArrayBuffer(9) }])
      .catch((error: Error) => error.message);
    await embed.set({ data: 'file', images: held.images, classes: held.classes.slice(0, 2), n: 12, side: 4, m: 4 });
    while (!/finished|failed/.test((await embed.get()).status)) await new Promise((resolve) => setTimeout(resolve, 50));
    const own = await embed.get();
    embed.destroy();
    const gone = await embed.play().catch((error: Error) => error.message);
    return {
      first,
      last,
      own,
      none,
      left: buffer.byteLength,
      refused,
      gone,
      seen,
      picture: picture.slice(0, 22),
      frames: document.querySelectorAll('iframe').length,
    };
  }, site);
  expect(result).toMatchObject({
    first: { status: 'paused', step: 0, parameters: { k: 2, steps: 40, controls: ['k', 'sigma'], embed: true } },
    last: { status: 'finished', step: 40, parameters: { sigma: 0.1 } },
    own: { status: 'finished', parameters: { data: 'file', images: expect.stringMatching(/^[0-9a-f]{16}$/) } },
    none: expect.stringMatching(/^images: x\.npz: /),
    left: 0,
    refused: expect.stringMatching(/^set: sigma: 99 is outside/),
    gone: 'The embed was destroyed.',
    picture: 'data:image/png;base64,',
    frames: 0,
  });
  expect(result.seen).toContain('finished');
  expect(errors).toEqual([]);
});
