import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Locator, type Page, type TestInfo } from '@playwright/test';
import { finished, openFinished, read, slider, small, unfold, watchErrors } from './page';
import { expect, test } from './test';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Save' });
const python = spawnSync('python3', ['-c', 'import numpy']).status === 0;

async function openSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Clicks, and keeps the file that the browser downloads. */
async function download(
  page: Page,
  button: Locator,
  info: TestInfo,
): Promise<{ name: string; path: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const name = file.suggestedFilename(),
    path = info.outputPath(name);
  await file.saveAs(path);
  return { name, path, bytes: await readFile(path) };
}

const figure = (page: Page, info: TestInfo) =>
  download(page, dialog(page).getByRole('button', { name: 'Save figure' }), info);
const data = (page: Page, what: string, info: TestInfo) =>
  download(page, dialog(page).getByRole('button', { name: `Save ${what}` }), info);

/** Width and height of a PNG, from its header. */
const pngSize = (bytes: Buffer) => ({
  width: bytes.readUInt32BE(16),
  height: bytes.readUInt32BE(20),
  colourType: bytes[25],
});

const svgUrl = (svg: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

/** Renders a picture alone in a fresh page without scripts of ours, and counts its colours. */
async function renderAlone(
  page: Page,
  url: string,
): Promise<{ width: number; height: number; colours: number; corner: number[]; requests: string[] }> {
  const alone = await page.context().newPage();
  const requests: string[] = [];
  alone.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'about:blank')
      requests.push(request.url().slice(0, 100));
  });
  const seen = await alone.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.naturalWidth,
      height: image.naturalHeight,
    });
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
    return {
      width: canvas.width,
      height: canvas.height,
      colours: new Set(new Uint32Array(pixels.buffer)).size,
      corner: Array.from(pixels.subarray(0, 4)),
    };
  }, url);
  await alone.close();
  return { ...seen, requests };
}

/** What an XML parser makes of it. */
function parse(page: Page, svg: string) {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [...parsed.querySelectorAll('*')];
    return {
      error: parsed.querySelector('parsererror')?.textContent ?? null,
      root: Object.fromEntries(
        [...parsed.documentElement.attributes].map(({ name, value }) => [name, value]),
      ) as Record<string, string>,
      title: parsed.querySelector('title')?.textContent,
      description: parsed.querySelector('desc')?.textContent,
      names: [...new Set(all.map(({ localName }) => localName))],
      attributes: [...new Set(all.flatMap(({ attributes }) => [...attributes].map(({ name }) => name)))],
      images: [...parsed.querySelectorAll('image')].map((image) => image.getAttribute('href')!.slice(0, 22)),
      words: parsed.documentElement.textContent,
    };
  }, svg);
}

const panels: readonly (readonly [label: string, name: string, wants: { words?: RegExp; pictures?: number }])[] = [
  ['Singular values of the data', 'data', { words: /the bars add up to the rank/ }],
  ['Singular values of the filters', 'filters', { words: /in the signal span/ }],
  ['Training', 'training', { words: /mean logistic loss[\s\S]*accuracy on training and on test images/ }],
  ['Noise sweep', 'sweep', { words: /background noise/ }],
  ['Phase map', 'map', { words: /background noise/ }],
  ['Every filter', 'tiles', { pictures: 1 }],
  ['Alignment of the filters', 'alignment', { pictures: 1 }],
  ['Training images', 'images', { pictures: 18, words: /class \+1 · u₁[\s\S]*The signal vectors/ }],
];

test('the first screen and every panel are saved for slides, in every format', async ({ page }, info) => {
  const errors = watchErrors(page);
  // No panel below the fold has been on the screen.
  await openFinished(page, `${small}&theme=light`);
  for (const name of ['sweep', 'map'] as const) {
    const panel = page.locator(`[data-panel="${name}"]`);
    await unfold(page, name);
    await panel.getByRole('button', { name: /^Draw/ }).dispatchEvent('click');
    await expect(panel.getByRole('status')).toContainText('runs made');
  }
  await openSave(page);
  const choose = (label: string, option: string) =>
    dialog(page).getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  for (const [label, name, { words, pictures = 0 }] of panels) {
    await choose('Figure', label);
    await expect(dialog(page).getByRole('img', { name: `Preview: ${label}` })).toBeVisible();
    const { name: file, bytes } = await figure(page, info);
    expect(file).toBe(`rank-under-noise-k-3-sigma-0.2-m-8-n-40-steps-40-${name}-slide.svg`);
    const svg = bytes.toString('utf8');
    const parsed = await parse(page, svg);
    expect(parsed.error, name).toBeNull();
    expect(parsed.root).toMatchObject({ width: '960pt', height: '540pt', viewBox: '0 0 960 540' });
    expect(parsed.title, name).not.toBe('');
    expect(
      parsed.names.filter((tag) => !['svg', 'title', 'desc', 'g', 'rect', 'path', 'text', 'image'].includes(tag)),
      name,
    ).toEqual([]);
    expect(svg.replaceAll(/base64,[^"]*/g, ''), name).not.toMatch(/var\(|url\(|@import|<script|NaN|paint-order/);
    expect(parsed.images.every((href) => href === 'data:image/png;base64,')).toBe(true);
    expect(parsed.images.length, name).toBe(pictures);
    if (words) expect(parsed.words, name).toMatch(words);
    const alone = await renderAlone(page, svgUrl(svg));
    expect(alone, name).toMatchObject({ width: 1280, height: 720, corner: [255, 255, 255, 255], requests: [] });
    expect(alone.colours, name).toBeGreaterThan(8);
  }

  await choose('Figure', 'The first screen');
  await choose('Ground', 'Transparent');
  await choose('Format', 'PNG, 3840 pixels');
  const png = await figure(page, info);
  expect(pngSize(png.bytes)).toMatchObject({ width: 3840, height: 2160 });
  expect((await renderAlone(page, `data:image/png;base64,${png.bytes.toString('base64')}`)).corner[3]).toBe(0);

  await choose('Ground', 'Dark');
  await choose('Format', 'PDF, with fonts');
  const pdf = await figure(page, info);
  expect(pdf.bytes.toString('latin1')).toMatch(/^%PDF-[\s\S]*\/FontFile2/);
  const said = spawnSync('pdftotext', [pdf.path, '-'], { encoding: 'utf8' });
  if (!said.error) expect(said.stdout).toMatch(/Data at σ[\s\S]*2K = 6/);

  await choose('Figure', 'Rank against noise');
  await choose('Format', 'TikZ for LaTeX');
  expect((await figure(page, info)).bytes.toString('utf8')).toMatch(/\\begin\{tikzpicture\}/);

  await choose('Size', 'Paper column, 8.5 cm');
  await dialog(page).getByRole('checkbox', { name: 'Last picture as PNG too' }).waitFor({ state: 'detached' });
  for (const [label, mark] of [
    ['Animated GIF', /^GIF89a/],
    ['Video WebM', /^.E\xdf\xa3/],
  ] as const) {
    await choose('Format', label);
    await dialog(page).getByRole('spinbutton', { name: 'Seconds' }).fill('5');
    const made = await figure(page, info);
    expect(made.bytes.toString('latin1')).toMatch(mark);
    const probed = spawnSync(
      'ffprobe',
      ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', made.path],
      { encoding: 'utf8' },
    );
    if (!probed.error) expect(Math.abs(Number(probed.stdout) - 5), label).toBeLessThan(0.3);
  }
  expect((await read(page)).step).toBe(40);
  expect(errors).toEqual([]);
});

test('history and spectra are saved as tables, and as arrays that NumPy reads and the script makes again; the dialog is used and left by keyboard', async ({
  page,
}, info) => {
  const seen = await openFinished(page, small);
  await openSave(page);
  const table = ({ bytes }: { bytes: Buffer }) =>
    bytes
      .toString('utf8')
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
  const [titles, ...rows] = table(await data(page, 'history as CSV', info));
  expect(titles!.slice(0, 11)).toEqual([
    'step',
    'loss',
    'trainAccuracy',
    'testAccuracy',
    'signalShare',
    'stableRank',
    'effectiveRank',
    'numericalRank',
    'energyRank',
    's1',
    's2',
  ]);
  expect(rows.every((row) => row.length === titles!.length)).toBe(true);
  expect(rows[0]![0]).toBe('0');
  expect(rows.at(-1)![0]).toBe('40');
  expect(Number(rows.at(-1)![5])).toBe(seen.filters);
  const [head, ...spectra] = table(await data(page, 'spectra as CSV', info));
  expect(head).toEqual(['index', 'data', 'clean', 'filters', 'initialisation']);
  expect(spectra).toHaveLength(64);
  expect(Number(spectra[0]![2])).toBeGreaterThan(0);

  const arrays = await data(page, 'arrays as NPZ', info);
  expect(arrays.name).toBe('rank-under-noise-k-3-sigma-0.2-m-8-n-40-steps-40.npz');
  const script = await download(page, dialog(page).getByRole('link', { name: 'reproduce.py' }), info);
  if (python) {
    const { status, stdout, stderr } = spawnSync('python3', [script.path, arrays.path], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/11 of 11 agree/);
    expect(status).toBe(0);
  }

  await page.keyboard.press('Escape');
  const button = page.getByRole('button', { name: 'Save', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  const save = dialog(page).getByRole('button', { name: 'Save run as JSON' });
  for (let i = 0; i < 12 && !(await save.evaluate((element) => element === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await file.saveAs(info.outputPath('run.json'));
  await expect(dialog(page).getByRole('status')).toContainText('Saved rank-under-noise-');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  // A new run after saving goes on as before.
  await slider(page, /Width/).fill('3');
  await expect(page).toHaveURL(/m=4/);
  await finished(page);
});

/** Drops a file on the page as a visitor does: it is dragged over it first. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, text]) => {
      const made = new DataTransfer();
      made.items.add(new File([text!], fileName!, { type: 'application/json' }));
      return made;
    },
    [name, content],
  );
  // What takes files is loaded after the first figure: dragged on until it shows that it is there.
  await expect(async () => {
    await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await expect(page.locator('.drop-target')).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.locator('.drop-target')).toHaveCount(0);
}

test('a saved run is opened on another page, dropped there or chosen, with its cursor; a wrong file is named and changes nothing', async ({
  page,
  context,
}, info) => {
  await openFinished(page, '#steps=60&sigma=0.3&m=8&n=40&rank=numerical');
  await page.getByRole('slider', { name: 'Step shown' }).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await read(page)).step).toBeLessThan(60);
  const before = await read(page);
  await openSave(page);
  const { name, path, bytes } = await data(page, 'run as JSON', info);
  expect(name).toMatch(/^rank-under-noise-k-3-sigma-0\.3-m-8-n-40-steps-60-run\.json$/);
  const file = JSON.parse(bytes.toString('utf8'));
  expect(file).toMatchObject({
    format: 'rank-under-noise/run',
    version: 2,
    step: before.step,
    recorded: { backend: 'wasm' },
  });

  const other = await context.newPage();
  const errors = watchErrors(other);
  await openFinished(other, '#steps=5&k=2&n=40&m=8');
  await drop(other, name, bytes.toString('utf8'));
  await expect.poll(() => read(other)).toEqual(before);
  await expect(other).toHaveURL(/sigma=0\.3/);
  const notices = other.locator('.notices');
  await expect(notices).toHaveCount(0);

  for (const [wrong, content, says] of [
    ['notes.json', 'hello', 'notes.json was not opened: it is not JSON'],
    ['package.json', '{"name":"x"}', 'package.json was not opened: format is not “rank-under-noise/run”'],
    ['later.json', JSON.stringify({ ...file, version: 3 }), 'version is 3; this page reads version 2'],
    ['markup.json', JSON.stringify({ ...file, version: '<img src=x onerror=alert(1)>' }), 'version is “<img src=x'],
  ] as const) {
    await drop(other, wrong, content);
    await expect(notices).toContainText(says);
  }
  expect(await notices.locator('img').count()).toBe(0);
  // What is no run file could be images.
  await drop(other, 'notes.txt', 'hello');
  await expect(other.getByRole('dialog').getByRole('alert')).toHaveText('notes.txt: there are no images in it.');
  await other.keyboard.press('Escape');
  expect(await read(other)).toEqual(before);
  await expect(other).toHaveURL(/sigma=0\.3/);

  // One of another device that differs is opened with a word about it.
  file.history.at(-1).loss *= 1.01;
  await drop(other, name, JSON.stringify(file));
  await expect(notices).toContainText(
    /This device computed something else than the file holds: loss 0\.\d+ instead of 0\.\d+ at step 60/,
  );

  // Text that is dragged over the page is left to the browser.
  const transfer = await other.evaluateHandle(() => {
    const made = new DataTransfer();
    made.setData('text/plain', 'σ');
    return made;
  });
  await other.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(other.locator('.drop-target')).toHaveCount(0);

  // Without dragging, by a button.
  await openFinished(other, '#steps=3&n=40&m=8');
  await expect.poll(async () => (await read(other)).step).toBe(3);
  await openSave(other);
  const [chooser] = await Promise.all([
    other.waitForEvent('filechooser'),
    dialog(other).getByRole('button', { name: 'Open a run file' }).click(),
  ]);
  await chooser.setFiles(path);
  await expect(dialog(other)).toHaveCount(0);
  await expect.poll(() => read(other)).toEqual(before);
  expect(errors).toEqual([]);
});
