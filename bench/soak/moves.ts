import type { Locator, Page } from '@playwright/test';
import { parameterKeys, parameters } from '../../src/experiment/parameters';
import { misfortunes } from './misfortunes';

/** Uniform on [0, 1). */
export type Random = () => number;

const between = (random: Random, least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const oneOf = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

/** Ranges in which a step stays short on a small machine; the table's own ends are for the other tests. */
const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  side: [3, 10],
  patches: [1, 6],
  n: [12, 400],
  mu: [0.5, 2],
  q: [2, 5],
  kappa: [0.1, 2],
  init: [0.001, 0.1],
  lr: [0.5, 30],
  steps: [5, 400],
  seed: [0, 1e6],
  stride: [2, 8],
};
const labelled = new Map(parameterKeys.map((key) => [parameters[key].label as string, key]));

async function drag(page: Page, random: Random): Promise<void> {
  const slider = await oneSlider(page, random);
  const box = await slider?.boundingBox();
  if (!box) return;
  const at = (share: number) => [box.x + 8 + share * (box.width - 16), box.y + box.height / 2] as const;
  await page.mouse.move(...at(random()));
  await page.mouse.down();
  for (let i = between(random, 5, 30); i > 0; i--) {
    await page.mouse.move(...at(random()), { steps: between(random, 1, 4) });
    await page.waitForTimeout(between(random, 0, 40));
  }
  await page.mouse.up();
}

async function keys(page: Page, random: Random): Promise<void> {
  const slider = await oneSlider(page, random);
  await slider?.focus();
  for (let i = between(random, 1, 15); i > 0; i--)
    await page.keyboard.press(
      oneOf(random, ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']),
    );
}

async function oneSlider(page: Page, random: Random): Promise<Locator | undefined> {
  const sliders = await page.locator('.slider input:enabled').all();
  const slider = oneOf(random, sliders);
  await slider?.scrollIntoViewIfNeeded();
  return slider;
}

async function preset(page: Page, random: Random): Promise<void> {
  await choose(page.getByLabel('Preset'), random);
}

async function choose(select: Locator, random: Random): Promise<void> {
  const values = await select
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  await select.selectOption(
    oneOf(
      random,
      values.filter((value) => value !== ''),
    ),
  );
}

/** One field of the rest of the table, whatever it is. */
async function field(page: Page, random: Random): Promise<void> {
  const more = page.getByRole('button', { name: 'More' });
  if ((await more.getAttribute('aria-expanded')) === 'false') await more.click();
  const chosen = oneOf(random, await page.locator('.more .field').all());
  const key = labelled.get((await chosen.locator('label, span').first().textContent()) ?? '');
  const control = chosen.locator('input, select').first();
  const kind = await control.evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'select'));
  if (kind === 'checkbox') await control.click();
  else if (kind === 'select') await choose(control, random);
  else if (key && bounds[key]) {
    const [least, most] = bounds[key];
    const value = least + random() * (most - least);
    await control.fill(
      String((parameters[key] as { integer?: boolean }).integer ? Math.round(value) : Number(value.toPrecision(3))),
    );
  }
  if (random() < 0.3) await more.click();
}

async function transport(page: Page, random: Random): Promise<void> {
  for (let i = between(random, 1, 4); i > 0; i--) {
    const buttons = await page.locator('.transport button:enabled:not(.more-button), .by-hand button:enabled').all();
    // What was enabled a moment ago may not be so now, as for a visitor who is too late.
    await oneOf(random, buttons)
      .click({ timeout: 500 })
      .catch(() => {});
    await page.waitForTimeout(between(random, 0, 300));
  }
}

const pace = (page: Page, random: Random) => choose(page.getByLabel('Pace'), random);
const theme = (page: Page) => page.getByRole('button', { name: /^Use .* theme$/ }).click();

async function link(page: Page, random: Random): Promise<void> {
  const hash = oneOf(random, [
    '#sigma=0.3&m=20',
    '#k=2&step=20',
    '#sigma=99&nonsense=1',
    '#data=mnist&n=100&m=8&lr=0.25&steps=40',
    '#backend=cpu&n=60&steps=30',
    '#backend=webgl&n=60&steps=30',
  ]);
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
}

async function dismiss(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Dismiss' });
  if (await button.isVisible()) await button.click();
}

const wait = (page: Page, random: Random) => page.waitForTimeout(between(random, 200, 2500));

/** What a visitor does, the most usual most often, and what befalls the page. */
const moves: readonly {
  readonly name: string;
  readonly weight: number;
  make(page: Page, random: Random): Promise<void>;
}[] = [
  { name: 'drag', weight: 6, make: drag },
  { name: 'keys', weight: 3, make: keys },
  { name: 'preset', weight: 1, make: preset },
  { name: 'field', weight: 4, make: field },
  { name: 'transport', weight: 3, make: transport },
  { name: 'pace', weight: 1, make: pace },
  { name: 'theme', weight: 1, make: theme },
  { name: 'link', weight: 1, make: link },
  { name: 'dismiss', weight: 1, make: dismiss },
  { name: 'wait', weight: 3, make: wait },
  ...misfortunes,
];

/** Makes one move. @returns its name. */
export async function moveAtRandom(page: Page, random: Random): Promise<string> {
  const { name, make } = oneOf(
    random,
    moves.flatMap((move) => Array<typeof move>(move.weight).fill(move)),
  );
  await make(page, random);
  return name;
}

/** So many changes of the main sliders, to and fro, as fast as the page takes them. */
export async function changeSliders(page: Page, count: number): Promise<void> {
  const sliders = await page.locator('.slider input:enabled').all();
  const burst = 20;
  for (let made = 0; made < count; made += burst) {
    await sliders[(made / burst) % sliders.length]!.focus();
    // There and back, so that no end of a slider swallows a change.
    for (let i = 0; i < burst; i++) await page.keyboard.press(i % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
  }
}
