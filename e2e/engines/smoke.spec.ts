import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { storyParts } from '../page';
import { dist, serveFolder, type StaticServer } from '../static-server';
import { engines, type Engine } from './engine';

/* What a visitor does, once over the whole page, in the browsers that Debian packs: one browser, one visit after the other. */

const file = (path: string | URL) => readFileSync(path, 'utf8');
const slides = `<!doctype html><title>Slides</title><section><iframe width="900" height="600"
  src="./?embed=1#n=400&m=64&steps=2000&show=sweep&levels=20"></iframe></section>`;
const besides = {
  'index.html': file(`${dist}index.html`).replace('<script', '<script src="watch.js"></script><script'),
  'watch.js': file(new URL('watch.js', import.meta.url)),
  'axe.js': file(createRequire(import.meta.url).resolve('axe-core/axe.min.js')),
  'slides.html': slides,
  // Kept with the page, to be there without a network too.
  'sw.js': file(`${dist}sw.js`).replace('files = [', 'files = ["watch.js",'),
};

interface Visit {
  readonly engine: Engine;
  readonly host: StaticServer;
}
const test = base.extend<object, Visit>({
  engine: [
    async ({}, use, { project }) => {
      const engine = await engines[project.name]!();
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  host: [
    async ({}, use) => {
      const host = await serveFolder(dist, '/lectures/', {}, besides);
      await use(host);
      await host.close();
    },
    { scope: 'worker' },
  ],
});
test.describe.configure({ mode: 'default' });

/** The text of the first such element; none where there is no such element. */
const text = (engine: Engine, selector: string) =>
  engine.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
const count = (engine: Engine, selector: string) =>
  engine.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
const errors = (engine: Engine) =>
  engine.evaluate(() => (globalThis as unknown as { seen: { errors: string[] } }).seen.errors);
const link = (engine: Engine) => engine.evaluate(() => location.hash);

/** Presses the button of this name, marked for it, as selectors find no text. */
async function press(engine: Engine, name: string): Promise<void> {
  await expect
    .poll(() =>
      engine.evaluate((wanted) => {
        document.querySelector('[data-pressed]')?.removeAttribute('data-pressed');
        const button = [...document.querySelectorAll('button')].find(
          (each) => (each.getAttribute('aria-label') ?? each.textContent).startsWith(wanted) && !each.disabled,
        );
        button?.setAttribute('data-pressed', '');
        return button !== undefined;
      }, name),
    )
    .toBe(true);
  await engine.click('[data-pressed]');
}

/** Brings the first such element into sight and gives it the focus, once it is there: parts of the page come later. */
const focus = (engine: Engine, selector: string) =>
  expect
    .poll(() =>
      engine.evaluate((wanted) => {
        const element = document.querySelector<HTMLElement>(wanted);
        element?.scrollIntoView({ block: 'center' });
        element?.focus();
        return element !== null && document.activeElement === element;
      }, selector),
    )
    .toBe(true);

const finished = (engine: Engine) =>
  expect.poll(() => text(engine, '.status .outcome'), { timeout: 60_000 }).toContain('Finished');

async function run(engine: Engine, url: string): Promise<void> {
  await engine.open(url);
  await press(engine, 'Play');
  await finished(engine);
}

const figures = (engine: Engine) =>
  engine.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-figure]')].map(({ dataset }) => [
        dataset['figure']!,
        Number(dataset['value']),
      ]),
    ),
  );

const small = '#n=40&m=8&steps=40';
const noise = '.curve-handle';

test('the claim: noise multiplies the data’s rank and not the filters’, to the same numbers as in every other browser', async ({
  engine,
  host,
}) => {
  test.info().annotations.push({ type: 'browser', description: engine.version });
  await run(engine, host.url);
  const { clean, data, filters } = await figures(engine);
  expect(clean).toBeCloseTo(6, 6);
  expect(data).toBeCloseTo(41.669274, 5);
  expect(filters).toBeCloseTo(4.54284, 5);
  expect(await errors(engine)).toEqual([]);
});

test('a slider, a field of a number and its arrows, the cursor and a sweep each do what they say', async ({
  engine,
  host,
}) => {
  await run(engine, host.url + small);
  await focus(engine, noise);
  await engine.press('ArrowRight');
  await expect.poll(() => link(engine)).toContain('sigma=0.21');

  await press(engine, 'More');
  const seed = '.more [data-parameter="seed"] input';
  await expect.poll(() => count(engine, seed)).toBe(1);
  await focus(engine, seed);
  await engine.press('Backspace');
  await engine.press('7');
  await engine.press('Enter');
  await expect.poll(() => link(engine)).toContain('seed=7');
  await engine.press('ArrowUp');
  await expect.poll(() => link(engine)).toContain('seed=8');
  await press(engine, 'More');

  await finished(engine);
  await focus(engine, '.scrubber');
  await engine.press('Home');
  await expect.poll(() => text(engine, '.status .outcome')).toContain('Looking back');

  await focus(engine, '[data-panel="sweep"] .toolbar button');
  await press(engine, 'Draw the curve');
  await expect
    .poll(() => text(engine, '[data-panel="sweep"] [role="status"]'), { timeout: 40_000 })
    .toContain('runs made');
  expect(await count(engine, '[data-panel="sweep"] .point-grid button')).toBe(12);
  expect(await errors(engine)).toEqual([]);
});

test('digits are trained on, and on again after a change; the GPU trains', async ({ engine, host }) => {
  await run(engine, `${host.url}#data=mnist&sigma=0.3&n=40&m=8&steps=10`);
  const before = await figures(engine);
  await focus(engine, noise);
  await engine.press('ArrowRight');
  await expect.poll(() => link(engine)).toContain('sigma=0.31');
  await finished(engine);
  for (const role of ['data', 'filters'])
    await expect.poll(async () => (await figures(engine))[role], { timeout: 20_000 }).not.toBe(before[role]);
  await run(engine, `${host.url}#backend=webgl&n=40&m=8&steps=10`);
  // With what the page says of it, where it went elsewhere.
  const trainedBy = [await text(engine, '[data-metric="backend"]'), await text(engine, '.notices')];
  expect(trainedBy).toEqual([expect.stringContaining('GPU (WebGL)'), expect.anything()]);
  expect(await errors(engine)).toEqual([]);
});

test('a figure is saved as a picture', async ({ engine, host }) => {
  await run(engine, host.url + small);
  await press(engine, 'Save');
  await expect.poll(() => count(engine, '.save-figure option[value="png-1920"]')).toBe(1);
  await engine.evaluate(() => {
    const select = document.querySelector('.save-figure option[value="png-1920"]')!.closest('select')!;
    select.value = 'png-1920';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await press(engine, 'Save figure');
  const saved = () =>
    engine.evaluate(async () => {
      const blob = (globalThis as unknown as { seen: { saved: Blob[] } }).seen.saved.find(
        ({ type }) => type === 'image/png',
      );
      if (!blob) return null;
      const { width, height } = await createImageBitmap(blob);
      return { width, height };
    });
  await expect.poll(saved, { timeout: 20_000 }).toEqual({ width: 1920, height: 1080 });
  if (engine.saved) {
    const { saved: folder } = engine;
    await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  }
  expect(await errors(engine)).toEqual([]);
});

test('a figure on a slide measures while it is displayed, and rests while it is not', async ({ engine, host }) => {
  await engine.open(`${host.url}slides.html`);
  const within = (selector: string) =>
    engine.evaluate((wanted) => {
      const { contentDocument } = document.querySelector('iframe')!;
      return contentDocument!.querySelector(wanted)?.textContent ?? '';
    }, selector);
  const display = (how: string) =>
    engine.evaluate((set) => void (document.querySelector('section')!.style.display = set), how);
  const progress = () => within('.toolbar [role="status"]');
  await expect.poll(() => within('.toolbar button'), { timeout: 20_000 }).toContain('Draw');
  await engine.evaluate(() =>
    document.querySelector('iframe')!.contentDocument!.querySelector<HTMLElement>('.toolbar button')!.click(),
  );
  await expect.poll(progress, { timeout: 20_000 }).toMatch(/^ ?[1-9]/);
  await display('none');
  await expect.poll(() => within('.toolbar .primary')).toContain('Resume');
  await display('block');
  await expect.poll(() => within('.toolbar .primary')).toContain('Stop');
});

test('the page works without a network once it was visited, digits included', async ({ engine }) => {
  const host = await serveFolder(dist, '/offline/', {}, besides);
  await run(engine, host.url + small);
  await engine.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await host.close();
  await run(engine, `${host.url}#data=mnist&n=40&m=8&steps=10`);
  await run(engine, `${host.url}#backend=webgl&n=40&m=8&steps=10`);
  // With what the page says of it, where it went elsewhere.
  const trainedBy = [await text(engine, '[data-metric="backend"]'), await text(engine, '.notices')];
  expect(trainedBy).toEqual([expect.stringContaining('GPU (WebGL)'), expect.anything()]);
});

test('the single file runs from a disk', async ({ engine }) => {
  await engine.open(pathToFileURL(`${dist}rank-under-noise.html`).href + small);
  await finished(engine);
  expect((await figures(engine))['clean']).toBeCloseTo(40 / 7, 6);
});

test('axe finds nothing wrong; words of the glossary are underlined, and brackets as high as what they hold', async ({
  engine,
  host,
}) => {
  await run(engine, host.url + small);
  await expect.poll(() => count(engine, '.part')).toBe(storyParts);
  const violations = await engine.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), { src: 'axe.js' });
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    });
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  });
  expect(violations).toEqual([]);
  const line = () =>
    engine.evaluate(() => {
      const term = document.querySelector('.story .term');
      return term && getComputedStyle(term).textDecorationLine;
    });
  await expect.poll(line).toBe('underline');
});

test('on paper charts keep their words, and the three spectra stand beside each other', async ({ engine, host }) => {
  await run(engine, host.url + small);
  await expect.poll(() => count(engine, '.part')).toBe(storyParts);
  const paper = await engine.print();
  test.skip(paper === null, 'this browser cannot be told to print');
  const path = test.info().outputPath('paper.pdf');
  writeFileSync(path, paper!);
  const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  expect(stdout).toMatch(/Clean data +[\d.]+ +Data at σ = 0\.20 +[\d.]+ +Filters after 40 steps +[\d.]+/);
  for (const words of ['directions, by energy', 'stable rank against training step', 'mean logistic loss', 'Cite'])
    expect(stdout).toContain(words);
  expect(stdout.split('\f').length).toBeLessThan(14);
});
