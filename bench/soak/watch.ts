import type { ConsoleMessage, Page } from 'puppeteer-core';
import { killed } from './misfortunes';

/** Longest time that the page may be busy and show nothing new once it is left alone, in ms, on a machine that does much else. */
const longestStandstill = 60_000;

/** Everything that went wrong so far, in words. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    const text = error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
    // So Firefox tells of a script that was answered with 503, of which the page hears as well.
    if (!/^Loading (?:Worker|module) from .* was blocked/.test(text)) errors.push(`uncaught: ${text}`);
  });
  page.on('error', ({ message }) => errors.push(`crashed: ${message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const text = message.text();
    // What the soak itself brings about.
    if (!text.includes(killed) && !/status of 503/.test(text)) errors.push(`console: ${text}${from(message)}`);
  });
  return errors;
}

/** Where it was said, innermost first. */
const from = (message: ConsoleMessage) =>
  message
    .stackTrace()
    .slice(0, 8)
    .map(({ url, lineNumber, columnNumber }) => `\n    ${url}:${lineNumber}:${columnNumber}`)
    .join('');

/** What a visitor sees of the run and of the data's spectrum. */
interface Look {
  readonly outcome: string;
  /** What is complained of where nothing is offered that a visitor could do; empty where nothing is. */
  readonly stuck: string;
  readonly busy: boolean;
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
    const outcome = text('.status .outcome');
    return {
      outcome,
      stuck: [...document.querySelectorAll('[role="alert"]')]
        .filter((alert) => !alert.parentElement?.querySelector('button'))
        .map(({ textContent }) => textContent)
        .join(),
      busy: /^(?:Training|Starting|Loading|正在(?!回看))/.test(outcome),
      state: [outcome, text('[data-metric]'), figures, bars].join('|'),
    };
  });
}

/**
 * Waits until a busy page shows something new.
 * @returns what is wrong; null where nothing is. A run that diverged, or a file that did not arrive, is said with a way out.
 */
export async function findFault(page: Page): Promise<string | null> {
  const first = await look(page);
  if (first.stuck) return `says no way out: ${first.stuck}`;
  const began = Date.now();
  for (let now = first; now.busy && now.state === first.state; now = await look(page)) {
    if (Date.now() - began > longestStandstill) return `stands still for ${longestStandstill / 1000} s: ${now.state}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}
