import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { cifar } from '../../src/images/own/testing-files';

const ownImages = join(mkdtempSync(join(tmpdir(), 'images-')), 'batch.bin');
writeFileSync(
  ownImages,
  cifar([1, 2, 1, 2, 1, 2, 1, 2], (i, c, j) => (i + c + j) % 256),
);
const runFile = fileURLToPath(new URL('../../fixtures/runs/run-v1.json', import.meta.url));

interface Opener {
  /** What is pressed, one after the other. */
  readonly press: readonly string[];
  /** A file that is then handed over. */
  readonly file?: readonly [input: string, path: string];
}

/** What opens another part of the page. */
const openers: readonly Opener[] = [
  { press: ['.tour-button[aria-pressed="false"]'] },
  { press: ['.present-button'] },
  { press: ['nav > button:nth-of-type(3)'], file: ['dialog.save-dialog input[type="file"]', runFile] },
  { press: ['nav > button:nth-of-type(3)'] },
  { press: ['nav > button:nth-of-type(4)'] },
  { press: ['.page-menu > button'] },
  { press: ['button[aria-controls="more"][aria-expanded="false"]'] },
  {
    press: ['button[aria-controls="more"][aria-expanded="false"]', '.more .field ~ button'],
    file: ['dialog.images-dialog input[type="file"][multiple]', ownImages],
  },
  { press: ['.numbers-button'] },
];

let turn = 0;

/** Opens one part after the other. */
export async function open(page: Page): Promise<string> {
  const { press, file } = openers[turn++ % openers.length]!;
  for (const selector of press) {
    const at = await page.evaluate((wanted) => {
      const element = [...document.querySelectorAll<HTMLElement>(wanted)].find((each) => each.checkVisibility());
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element?.getBoundingClientRect();
      return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, selector);
    if (at) await page.mouse.click(at.x, at.y);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const input = file && (await page.$(file[0]));
  if (input) {
    await (input as Awaited<ReturnType<typeof page.$<'input'>>>)!.uploadFile(file[1]);
    await input.dispose();
  }
  return press.join(' ');
}
