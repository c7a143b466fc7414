import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';

/** A figure as the dialog is asked for it; what is not said is as the dialog has it. */
export interface Asked {
  readonly figure?: string;
  readonly size?: string;
  readonly look?: string;
  readonly format: string;
  /** Which of title, parameters and source are written on it; all where nothing is said. */
  readonly written?: readonly ('Title' | 'Parameters' | 'Source')[];
  /** Of a moving picture. */
  readonly moves?: string;
  readonly seconds?: number;
  readonly poster?: boolean;
}

export interface Saved {
  readonly path: string;
  /** How long it took, in seconds. */
  readonly took: number;
}

/** Opens the page with its run at its end and the curve complete, and its dialog for files. */
export async function openSaving(browser: Browser, url: string, link: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en', reducedMotion: 'reduce' });
  await page.goto(url + link);
  await page.locator('.transport .primary').dispatchEvent('click');
  const ended = page.locator('.milestones').filter({ hasText: /Finished|diverged/ });
  await ended.waitFor({ timeout: 120_000 });
  const curve = page.locator('.curve-status').filter({ hasText: 'one a point' });
  await curve.waitFor({ timeout: 240_000, state: 'attached' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  return page;
}

/** Saves a figure through the dialog. @returns the files, a poster last. */
export async function saveFigure(page: Page, folder: string, asked: Asked): Promise<Saved[]> {
  const dialog = page.getByRole('dialog', { name: 'Save' });
  const choose = (name: string, value: string | undefined) =>
    value === undefined ? undefined : dialog.getByRole('combobox', { name, exact: true }).selectOption(value);
  await choose('Format', asked.format);
  await choose('Figure', asked.figure ?? 'first');
  await choose('Size', asked.size ?? 'slide');
  await choose('Ground', asked.look ?? 'light');
  await choose('Moves', asked.moves);
  if (asked.seconds !== undefined) await dialog.getByLabel('Seconds').fill(String(asked.seconds));
  for (const part of ['Title', 'Parameters', 'Source'] as const)
    await dialog.getByLabel(part, { exact: true }).setChecked((asked.written ?? [part]).includes(part));
  if (asked.poster) await dialog.getByLabel('Last picture as PNG too').check();
  await dialog.getByRole('img', { name: /^Preview/ }).waitFor();
  mkdirSync(folder, { recursive: true });
  const began = Date.now();
  const saved: Saved[] = [];
  const wanted = asked.poster ? 2 : 1;
  const all = new Promise<void>((resolve, reject) => {
    const keep = async (file: { suggestedFilename(): string; saveAs(path: string): Promise<void> }) => {
      const path = join(folder, file.suggestedFilename());
      const took = (Date.now() - began) / 1000;
      await file.saveAs(path);
      if (saved.push({ path, took }) < wanted) return;
      page.off('download', keep);
      resolve();
    };
    page.on('download', keep);
    dialog
      .locator('.said.bad')
      .waitFor({ timeout: 300_000 })
      .then(
        async () => reject(new Error(`${asked.format}: ${await dialog.locator('.said').textContent()}`)),
        () => {},
      );
  });
  await dialog.getByRole('button', { name: 'Save figure' }).click();
  await all;
  return saved;
}
