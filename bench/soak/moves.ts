import type { Page } from 'puppeteer-core';
import { gestures } from './gestures';
import { open } from './openers';
import { misfortunes } from './misfortunes';
import { findSomething } from './places';
import { between, oneOf, type Random } from './random';

/** What the moves have come to so far: how often each part of the page was touched, and what else was done. */
export type Visits = Record<string, number>;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns what was touched. */
async function touch(page: Page, random: Random, visits: Visits): Promise<string> {
  const found = await findSomething(page, visits, [random(), random()]);
  if (!found) return 'nothing';
  visits[found.place] = (visits[found.place] ?? 0) + 1;
  await gestures[found.kind](page, random, found);
  return `${found.place}: ${found.kind} ${found.name}`;
}

const links = [
  '#sigma=0.3&m=20',
  '#k=2&step=20',
  '#sigma=99&nonsense=1',
  '#data=mnist&n=100&m=8&lr=0.25&steps=40',
  '#backend=cpu&n=60&steps=30',
  '#backend=webgl&n=60&steps=30',
  '#net=deep&n=40&m=8&steps=20',
  '#net=transformer&n=40&m=8&steps=20',
  '#pins=sigma:0.2,n:60,m:8,steps:30;sigma:0.5,n:60,m:8,steps:30&n=60&m=8&steps=30',
  '#flip=0.1&n=60&m=8&steps=30',
  '#ratio=0.5&n=60&m=8&steps=30',
  '#tour=noise&n=60&m=8&steps=30',
  '#embed=1&show=data,filters,training&n=60&m=8&steps=30',
  '#lang=zh&n=60&m=8&steps=30',
  '#theme=projector&n=60&m=8&steps=30',
];

async function link(page: Page, random: Random): Promise<string> {
  const hash = oneOf(random, links);
  await page.evaluate((wanted) => {
    location.hash = wanted;
  }, hash);
  return hash;
}

/** Undoes what was done last, and now and then does it again. */
async function undo(page: Page, random: Random): Promise<void> {
  const before = await page.evaluate(() => {
    const { href } = location;
    // Not beyond the page itself.
    if (navigation.canGoBack) history.back();
    return href;
  });
  await pause(200);
  const left = await page.evaluate((was) => location.href === was, before).catch(() => true);
  if (!left && random() < 0.5) await page.evaluate(() => history.forward());
}

const key = async (page: Page, random: Random) => {
  await page.keyboard.press(oneOf(random, ['p', 'Escape', 'Escape', 'Tab', ' ', 'ArrowRight', 'PageDown']));
};
const escape = (page: Page) => page.keyboard.press('Escape');
const wait = (_: Page, random: Random) => pause(between(random, 200, 1500));

async function scroll(page: Page, random: Random): Promise<void> {
  for (let i = between(random, 1, 6); i > 0; i--) await page.mouse.wheel({ deltaY: between(random, -900, 1200) });
}

async function resize(page: Page, random: Random): Promise<void> {
  // Nobody gives a full screen another size; Firefox would wait for it for ever.
  if (await page.evaluate(() => document.fullscreenElement !== null)) return;
  await page.setViewport(
    oneOf(random, [
      { width: 390, height: 800 },
      { width: 900, height: 700 },
      { width: 1600, height: 900 },
    ]),
  );
  await pause(300);
  await page.setViewport({ width: 1280, height: 800 });
}

/** What a visitor does, the most usual most often, and what befalls the page. */
const moves: readonly {
  readonly name: string;
  readonly weight: number;
  make(page: Page, random: Random, visits: Visits): Promise<unknown>;
}[] = [
  { name: 'touch', weight: 30, make: touch },
  { name: 'open', weight: 4, make: open },
  { name: 'link', weight: 2, make: link },
  { name: 'undo', weight: 1, make: undo },
  { name: 'key', weight: 1, make: key },
  { name: 'escape', weight: 3, make: escape },
  { name: 'scroll', weight: 1, make: scroll },
  { name: 'resize', weight: 1, make: resize },
  { name: 'wait', weight: 2, make: wait },
  ...misfortunes,
];

/** Makes one move. @returns what it was. */
export async function moveAtRandom(page: Page, random: Random, visits: Visits): Promise<string> {
  const { name, make } = oneOf(
    random,
    moves.flatMap((move) => Array<typeof move>(move.weight).fill(move)),
  );
  const what = await make(page, random, visits).catch((error: Error) => {
    // The window has just become smaller, or the page moved, and what it held lies elsewhere.
    if (!/out of bounds/.test(error.message)) throw error;
  });
  if (name !== 'touch') visits[name] = (visits[name] ?? 0) + 1;
  return typeof what === 'string' ? `${name} ${what}` : name;
}

/** So many changes of the main sliders, to and fro, as fast as the page takes them. */
export async function changeSliders(page: Page, count: number): Promise<void> {
  const sliders = await page.$$('.slider input:enabled');
  const burst = 20;
  for (let made = 0; made < count; made += burst) {
    await sliders[(made / burst) % sliders.length]!.focus();
    // There and back, so that no end of a slider swallows a change.
    for (let i = 0; i < burst; i++) await page.keyboard.press(i % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
  }
  for (const slider of sliders) await slider.dispose();
}
