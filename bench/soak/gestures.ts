import type { KeyInput, Page } from 'puppeteer-core';
import { parameters, type ParameterKey } from '../../src/experiment/parameters';
import { between, oneOf, type Random } from './random';
import type { Found } from './places';

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

const press = async (page: Page, keys: readonly KeyInput[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const some = <T>(random: Random, most: number, items: readonly T[]): readonly T[] =>
  Array.from({ length: between(random, 1, most) }, () => oneOf(random, items));

const click = (page: Page, { x, y }: Found) => page.mouse.click(x, y);

async function drag(page: Page, random: Random, { x, y, width, height, upright }: Found): Promise<void> {
  const at = () =>
    [x + (random() - 0.5) * (width - 16), y + (upright ? random() - 0.5 : 0) * Math.max(0, height - 16)] as const;
  await page.mouse.move(...at());
  await page.mouse.down();
  for (let i = between(random, 3, 15); i > 0; i--) await page.mouse.move(...at(), { steps: between(random, 1, 3) });
  await page.mouse.up();
}

async function slide(page: Page, random: Random, found: Found): Promise<void> {
  if (random() < 0.6) return drag(page, random, found);
  await click(page, found);
  await press(page, some(random, 15, ['ArrowLeft', 'ArrowRight', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']));
}

/** By keys, as the list that a click opens is no part of the page. */
async function choose(page: Page, random: Random): Promise<void> {
  await page.evaluate(() => globalThis.soak.chosen?.focus());
  await press(page, some(random, 4, ['ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']));
}

async function type(page: Page, random: Random, found: Found): Promise<void> {
  await click(page, found);
  const range = bounds[found.parameter];
  if (!range) return press(page, some(random, 3, ['ArrowUp', 'ArrowDown']));
  const [least, most] = range;
  const value = least + random() * (most - least);
  const { integer } = parameters[found.parameter as ParameterKey] as { integer?: boolean };
  await write(page, String(integer ? Math.round(value) : Number(value.toPrecision(3))));
  await page.keyboard.press(oneOf(random, ['Enter', 'Tab']));
}

/** In place of what was there. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

async function look(page: Page, random: Random, { x, y, width, height }: Found): Promise<void> {
  for (let i = between(random, 2, 8); i > 0; i--)
    await page.mouse.move(x + (random() - 0.5) * width, y + (random() - 0.5) * height, { steps: 2 });
  if (random() < 0.5) await page.mouse.click(x + (random() - 0.5) * width, y + (random() - 0.5) * height);
  if (random() < 0.2) await page.mouse.wheel({ deltaY: between(random, -400, 400) });
}

/** What a visitor does to whatever there is on the page, by its kind. */
export const gestures: Readonly<Record<Found['kind'], (page: Page, random: Random, found: Found) => Promise<void>>> = {
  press: (page, _, found) => click(page, found),
  slide,
  choose,
  number: type,
  async text(page, random, found) {
    await click(page, found);
    await write(page, oneOf(random, ['0.1 0.3', 'Rank', '秩', '']));
    await page.keyboard.press('Tab');
  },
  look,
};
