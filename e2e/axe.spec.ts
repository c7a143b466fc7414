import { AxeBuilder } from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { overflow, scrollThrough, unfold } from './page';
import { expect, test } from './test';

/*
 * What axe finds wrong, and whether anything scrolls sideways, over one table of pages: each is opened once, in a window of
 * some size, and looked at after each of the steps that lead on from there, which may follow another link.
 */

const desktop = { width: 1280, height: 800 },
  phone = { width: 390, height: 844 };

interface Opened {
  readonly name: string;
  readonly link: string;
  readonly size: typeof desktop;
  /** What is done to it, in turn; it is looked at after each. */
  readonly looks: readonly (readonly [name: string, act: (page: Page) => Promise<unknown>])[];
}

const small = 'steps=10&m=4&n=24';
/** Two runs beside the current one, of which one has another table than it. */
const pins = 'pins=steps:10,sigma:0.4;steps:10,m:16,n:120';

/** On a narrow page it is folded away. */
const more = async (page: Page) => {
  const fold = page.locator('.folded:not([open]) > summary');
  if ((await fold.count()) > 0) await fold.click();
  await page.getByRole('button', { name: /^(More|更多)$/ }).click();
};
/** Panels rest until they are seen. */
const shows = async (page: Page, panel: string, cell: string) => {
  const within = page.locator(`[data-panel="${panel}"]`);
  await within.scrollIntoViewIfNeeded();
  await expect(within.locator(cell)).toHaveAttribute('data-value', /\d/);
};
const measured = async (page: Page) => {
  await unfold(page, 'theory');
  await shows(page, 'theory', '[data-row="noisy-image"] [data-notion="stable"]');
};
const compared = (page: Page) => shows(page, 'runs', '[data-run="B"] [data-cell="filters"]');
/** A box of the story that is pressed, with what can be used in it. */
const box = async (page: Page) => {
  // Where it is narrow, formulas are folded.
  const folded = page.locator('[data-story="race"] details.fold:not([open]) > summary:visible');
  while ((await folded.count()) > 0) await folded.first().click();
  await page.locator('[data-story="race"] [data-value="sigma"] button').click();
  await expect(page.locator('[data-story="race"]').getByRole('slider')).toBeVisible();
};
const dialog = (page: Page, button: string) => async () => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
};
const closed = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};
const saving = async (page: Page) => {
  await dialog(page, 'Save')();
  await expect(page.getByRole('dialog').getByRole('img', { name: /Preview/ })).toBeVisible();
};

/** Goes on to another link in the same window, and waits for what the page says then. */
const follow =
  (link: string, says: RegExp, setting: Parameters<Page['emulateMedia']>[0] = {}) =>
  async (page: Page) => {
    if ((await page.getByRole('dialog').count()) > 0) await closed(page);
    await page.emulateMedia(setting);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await expect(page.locator('.milestones')).toHaveText(says);
    await scrollThrough(page);
  };
/** The same on the tour, at the end of its step. */
const onTour = (link: string) => async (page: Page) => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link);
  await expect(page.locator('.tour-text')).toContainText('from 6.0 to 41.');
};
const asItOpens = async () => undefined;

const opened: readonly Opened[] = [
  {
    name: 'a desktop',
    link: `#${small}&levels=3&theme=light&${pins}`,
    size: desktop,
    looks: [
      [
        'light, the whole table open, a sweep drawn, two runs pinned, a box of the story open',
        async (page) => {
          await more(page);
          await page.getByRole('button', { name: /^Draw the curve/ }).click();
          await expect(page.locator('[data-panel="sweep"] .status-text')).toContainText('3 runs made');
          await compared(page);
          await measured(page);
          await box(page);
        },
      ],
      [
        'the numbers of a chart',
        async (page) => {
          await page.getByRole('button', { name: /^Numbers: Singular values of the filters/ }).click();
          await expect(page.getByRole('dialog')).toContainText('above a tenth of the largest');
        },
      ],
      [
        'sharing',
        async (page) => {
          await closed(page);
          await dialog(page, 'Share')();
        },
      ],
      [
        'the code for a lecture hall',
        async (page) => {
          await page.getByRole('button', { name: /lecture hall/ }).click();
          await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
        },
      ],
      [
        'saving',
        async (page) => {
          await closed(page);
          await saving(page);
        },
      ],
      ['on a projector', follow('#steps=11&m=4&n=24&theme=projector', /Finished after 11 /)],
      ['in Chinese, with notices', follow('#steps=12&m=4&n=24&theme=light&lang=zh&nonsense=1', /^12 .*完成/)],
      [
        'diverged, dark',
        follow('#side=3&patches=9&sigma=1&lr=100&noise=everywhere&project=0&m=4&theme=dark&lang=en', /diverged/),
      ],
      [
        'under forced colours',
        follow('#steps=13&m=4&n=24&theme=light&lang=en', /Finished after 13 /, {
          forcedColors: 'active',
          colorScheme: 'dark',
        }),
      ],
    ],
  },
  {
    name: 'a phone',
    link: `#${small}&theme=dark&${pins}`,
    size: phone,
    looks: [
      [
        'dark, the whole table open, two runs pinned, a box of the story open',
        async (page) => {
          await more(page);
          await compared(page);
          await measured(page);
          await box(page);
        },
      ],
      ['saving', saving],
      [
        'digits, light, with notices',
        async (page) => {
          const digits = '#data=mnist&steps=3&m=4&n=40&lr=0.25&sigma=9&theme=light&nonsense=1';
          await follow(digits, /Finished after 3 /)(page);
          await expect(page.locator('.notices')).toContainText('nonsense');
          await shows(page, 'theory', '[data-row="noisy-image"] [data-notion="stable"]');
        },
      ],
      ['in Chinese, with notices, dark', follow('#steps=12&m=4&n=24&theme=dark&lang=zh&nonsense=1', /^12 .*完成/)],
    ],
  },
  {
    name: 'the tour',
    link: `#${small}`,
    size: desktop,
    looks: [
      ['light', onTour('#tour=noise&theme=light')],
      ['dark', onTour('#tour=noise&theme=dark')],
      ['in a frame', onTour('#embed=1&tour=noise')],
    ],
  },
  {
    name: 'a frame',
    link: `#${small}&embed=1`,
    size: phone,
    looks: [
      ['as on a phone', asItOpens],
      [
        'with every panel, dark',
        async (page) => {
          await page.setViewportSize(desktop);
          await follow(
            '#steps=11&m=4&n=24&embed=1&theme=dark&show=figures,data,filters,training,sweep,map,tiles,alignment,images,runs,theory',
            /Finished after 11 /,
          )(page);
        },
      ],
      [
        'with two tables, light',
        async (page) => {
          await follow(`#steps=12&m=4&n=24&embed=1&theme=light&show=runs,theory&${pins}`, /Finished after 12 /)(page);
          await compared(page);
          await measured(page);
        },
      ],
    ],
  },
];

/** Each broken rule with the elements that break it. */
async function violations(page: Page, within?: string): Promise<string[]> {
  // What fades in has no colour of its own yet.
  await page.evaluate(() =>
    document.getAnimations().forEach((animation) => {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime as number)) animation.finish();
    }),
  );
  // In the page as a whole, not in its frames, and for violations only: the same findings at a third of the time. The
  // frame in the share dialog is the page once more, with landmarks of the same names.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude('iframe');
  const found = await (within ? axe.include(within) : axe).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const { name, link, size, looks } of opened) {
  test(`axe finds nothing, and nothing scrolls sideways, on ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto(`./${link}`);
    await expect(page.locator('.milestones')).toHaveText(/Finished/);
    if (!link.includes('embed')) await expect(page.locator('footer')).toBeAttached();
    // What rests off the screen is drawn when it is first seen.
    await scrollThrough(page);
    for (const [look, act] of looks) {
      await act(page);
      // Behind a dialog nothing can be reached, and it was looked at before.
      const isOver = (await page.getByRole('dialog').count()) > 0;
      expect.soft(await violations(page, isOver ? 'dialog[open]' : undefined), look).toEqual([]);
      expect.soft(await overflow(page), `${look}: scrolls sideways`).toBe(0);
    }
  });
}
