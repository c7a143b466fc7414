import { test as base } from '@playwright/test';

/**
 * Playwright's `test` on a device that asks for less data: the page draws the first figure's curve once, without the bands of
 * more seeds and not anew after every change. Forty runs behind each page are more than all else that most tests do.
 * `test.use({ sparing: false })` where they are what is tested.
 */
export const test = base.extend<{ sparing: boolean }>({
  sparing: [true, { option: true }],
  context: async ({ context, sparing }, run) => {
    if (sparing)
      await context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await run(context);
  },
});

export { expect } from '@playwright/test';
