import type { Page } from '@playwright/test';
import { killed } from './misfortunes';

/** Longest time that the page may be busy and show nothing new once it is left alone, in ms. */
const longestStandstill = 20_000;

/** Everything that went wrong so far, in words. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  page.on('crash', () => errors.push('the page crashed'));
  page.on('console', (message) => {
    // What the soak itself brings about.
    if (message.type() !== 'error' || message.text().includes(killed) || /status of 503/.test(message.text())) return;
    errors.push(`console: ${message.text()}`);
  });
  return errors;
}

/** What a visitor sees of the run and of the data's spectrum. */
interface Look {
  readonly outcome: string;
  readonly bad: boolean;
  /** Changes whenever anything comes closer to its end. */
  readonly state: string;
}

function look(page: Page): Promise<Look> {
  return page.evaluate(() => {
    const text = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent).join(' ');
    const bars = [...document.querySelectorAll('progress')].map(({ value }) => value).join();
    const figures = [...document.querySelectorAll<HTMLElement>('[data-figure]')]
      .map(({ dataset }) => dataset['value'])
      .join();
    return {
      outcome: text('.status .outcome'),
      bad: document.querySelector('.status .outcome.bad') !== null,
      state: [text('.status .outcome'), text('[data-metric]'), figures, bars].join('|'),
    };
  });
}

const busy = ({ outcome }: Look) => /^(Training|Starting|Loading)/.test(outcome);

/**
 * Waits until a busy page shows something new.
 * @returns what is wrong; null where nothing is. A run that diverged is the visitor's doing and not a fault.
 */
export async function findFault(page: Page): Promise<string | null> {
  const first = await look(page);
  if (first.bad && !first.outcome.startsWith('Diverged')) return `failed: ${first.outcome}`;
  const began = Date.now();
  for (let now = first; busy(now) && now.state === first.state; now = await look(page)) {
    if (Date.now() - began > longestStandstill) return `stands still for ${longestStandstill / 1000} s: ${now.state}`;
    await page.waitForTimeout(100);
  }
  return null;
}
