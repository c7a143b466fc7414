import { expect, type Page } from '@playwright/test';
import type { PanelName } from '../src/experiment/parameters';

/** 40 images and eight filters a class: for whatever the claim itself is not tested by. */
export const small = '#n=40&m=8&steps=40';

/** Parts of the story below the first screen. */
export const storyParts = 12;

/** What a visitor reads off the page. */
export interface Reading {
  step: number;
  loss: number;
  trainAccuracy: number;
  testAccuracy: number;
  backend: string;
  clean: number;
  data: number;
  filters: number;
  signalShare: number;
}

/**
 * Opens a link and waits until the run says that it has finished. It is opened as by a visitor who wants no motion: the same
 * run, without frames on the way. What is done afterwards is shown frame by frame again.
 */
export async function openFinished(page: Page, link: string): Promise<Reading> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`./${link}`);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await finished(page);
  await page.emulateMedia({ reducedMotion: null });
  return read(page);
}

/** The same, as every other visitor sees it. */
export async function watchFinished(page: Page, link: string): Promise<Reading> {
  await page.goto(`./${link}`);
  await finished(page);
  return read(page);
}

/** Passes by everything, so that what rests off the screen wakes and is drawn. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // A browser without a window may owe a frame for as long as nothing else happens.
    const frame = () =>
      new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 1000);
      });
    for (let y = 0, back = false; !back; y += innerHeight) {
      back = y >= document.documentElement.scrollHeight;
      scrollTo({ top: back ? 0 : y, behavior: 'instant' });
      for (let i = 0; i < 4; i++) await frame();
    }
  });
}

/** Opens a panel that stands behind one line on the page, once it is there; in a frame it is open. */
export async function unfold(page: Page, panel: PanelName): Promise<void> {
  await page.locator(`[data-panel="${panel}"] > *`).first().waitFor({ state: 'attached' });
  const line = page.locator(`[data-panel="${panel}"] > details:not([open]) > summary`);
  if ((await line.count()) > 0) await line.dispatchEvent('click');
}

/** How far the page reaches beyond its window, in pixels. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * Whether workers get WebGL. WebKit on Linux has it behind a switch (`AllowWebGLInWorkers`), and not every Firefox without a
 * screen has it; Chromium is started so that it does, and is not asked.
 */
export const hasWebGL = async (page: Page): Promise<boolean> =>
  page.context().browser()?.browserType().name() === 'chromium' ||
  page.evaluate(
    () => typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('webgl2') !== null,
  );

/**
 * For tests that measure: where a machine has none of the page's fonts, but DejaVu, that is set as wide as they are.
 * Where it has Helvetica, Arial or Liberation, these come first.
 */
export const usualFonts = (page: Page) =>
  page.addInitScript(() => {
    for (const [name, local, sizeAdjust] of [
      ['Liberation Sans', 'DejaVu Sans', '86%'],
      ['Liberation Serif', 'DejaVu Serif', '84%'],
    ] as const)
      document.fonts.add(new FontFace(name, `local("${local}")`, { sizeAdjust } as FontFaceDescriptors));
  });

/** What the page says the run is doing. */
export function outcome(page: Page) {
  return page.locator('.status .outcome');
}

export async function finished(page: Page): Promise<void> {
  await expect(outcome(page)).toContainText('Finished', { timeout: 120_000 });
}

/** Reads the page as soon as its figures stand: that of the data has a worker of its own, which a run does not wait for. */
export async function read(page: Page): Promise<Reading> {
  const metric = async (name: string) => (await page.locator(`[data-metric="${name}"]`).textContent())!;
  const figure = async (role: string) => {
    const shown = page.locator(`[data-figure="${role}"]`).first();
    await expect(shown).toHaveAttribute('data-value');
    return Number(await shown.getAttribute('data-value'));
  };
  return {
    step: Number((await metric('step')).split(' ')[0]),
    loss: Number(await metric('loss')),
    trainAccuracy: Number(await metric('train-accuracy')),
    testAccuracy: Number(await metric('test-accuracy')),
    backend: await metric('backend'),
    clean: await figure('clean'),
    data: await figure('data'),
    filters: await figure('filters'),
    // Of what training moved: nothing at step 0.
    signalShare: await page
      .locator('[data-figure="filters"]')
      .evaluateAll((shown) => Number(shown.find((one) => one.dataset['share'])?.dataset['share'] ?? Number.NaN)),
  };
}

export function slider(page: Page, name: RegExp) {
  return page.getByRole('slider', { name });
}

/** Fails the test on any error in the page's console or an uncaught exception. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
