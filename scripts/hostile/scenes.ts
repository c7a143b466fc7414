import type { Page } from '@playwright/test';

/** A way through the page: the link that it is opened by, and what is then done on it, which asks for more of its files. */
export interface Scene {
  readonly link: string;
  readonly act: Act;
}

/** What is done: each is begun again, as a visitor does, until it is done. */
type Act = keyof typeof acts;

/** What a press leads to: selectors of what is pressed, in their order, and of what is there once it is done. */
interface Presses {
  readonly press: readonly string[];
  readonly there: string;
  /** Choices in lists, made before the last press. */
  readonly choices?: readonly (readonly [list: string, value: string])[];
}

/** The buttons beside the page's name: the tour's, the talk's, and these. */
const saving = 'nav > button:nth-of-type(3)',
  sharing = 'nav > button:nth-of-type(4)';
const figure = '.save-figure .choices label:nth-of-type(1) select',
  format = '.save-figure .choices label:nth-of-type(4) select';
const saved = '.save-foot .said:not(.bad):not(:empty)';
const save = { press: [saving, '.save-figure .acts .primary[aria-disabled="false"]'], there: saved };

const acts = {
  none: { press: [], there: 'body' },
  tour: { press: ['.tour-button[aria-pressed="false"]'], there: '.tour-bar' },
  settings: { press: ['button[aria-controls="more"][aria-expanded="false"]'], there: '.more .field' },
  images: {
    press: ['button[aria-controls="more"][aria-expanded="false"]', '.more .field ~ button'],
    there: 'dialog.images-dialog',
  },
  numbers: { press: ['.numbers-button'], there: 'dialog table' },
  talk: { press: ['.present-button'], there: '.presented [data-panel]' },
  share: { press: [sharing], there: 'dialog.share svg' },
  Chinese: { press: ['.page-menu > button[aria-expanded="false"]', '.page-menu [lang]'], there: 'html[lang^="zh"]' },
  svg: { ...save, choices: [[format, 'svg']] },
  pdf: { ...save, choices: [[format, 'pdf']] },
  tex: {
    ...save,
    choices: [
      [figure, 'data'],
      [format, 'tex'],
    ],
  },
  gif: { ...save, choices: [[format, 'gif']] },
  arrays: { press: [saving, '.save-files li:nth-child(4) button[aria-disabled="false"]'], there: saved },
} as const satisfies Readonly<Record<string, Presses>>;

/** Between them they ask for every file of the page. */
export const scenes: readonly Scene[] = [
  { link: '#data=mnist&n=40&m=8&steps=10', act: 'none' },
  { link: '#data=fashion&n=40&m=8&steps=10', act: 'none' },
  { link: '#backend=webgl&n=40&m=8&steps=10', act: 'none' },
  { link: '#net=deep&n=40&m=8&steps=10', act: 'none' },
  { link: '?embed=1#n=40&m=8&steps=10', act: 'none' },
  { link: '#lang=zh&n=40&m=8&steps=10&tour=noise', act: 'none' },
  { link: '#v%3D1%26n%3D40%26m%3D8%26steps%3D10', act: 'none' },
  ...(Object.keys(acts) as Act[]).map((act) => ({ link: '#n=40&m=8&steps=10', act })),
];

/** How far the page has come by itself and by what is done. */
export type Come = 'done' | 'said' | null;

/** One look at the page, and a press of what comes next. */
export function goOn(page: Page, { act }: Scene): Promise<Come> {
  const presses: Presses = acts[act];
  return page.evaluate(({ press, there, choices = [] }: Presses): Come => {
    const seen = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.checkVisibility());
    const said = [
      ...document.querySelectorAll(
        '[role="alert"], .notices li, .overlay.missing, .said.bad, .save-figure .preview p button',
      ),
    ].some((element) => element.checkVisibility() && element.textContent.trim() !== '');
    const over = /Finished|完成/.test(document.querySelector('.status .outcome')?.textContent ?? '');
    if (over && seen(there)) return 'done';
    const play = [...document.querySelectorAll('button')].find(({ textContent }) =>
      /^(?:Play|播放)$/.test(textContent),
    );
    if (!over) play?.click();
    const open = choices
      .map(([list, value]) => ({ list: document.querySelector<HTMLSelectElement>(list), value }))
      .find(({ list, value }) => list && list.value !== value);
    if (open?.list) {
      open.list.value = open.value;
      open.list.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (over || said) {
      // The last that there is: what comes before it has been pressed.
      const next = press.map(seen).findLast((element) => element !== undefined);
      const waits = document.querySelector('.save-foot .said:not(.bad):not(:empty), .making');
      if (!waits) next?.click();
    }
    return said ? 'said' : null;
  }, presses);
}

/** Asks again for what is missing, by the buttons that offer it. @returns whether there was one. */
export function askAgain(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const offered = [...document.querySelectorAll('button')].filter(
      (button) => /^(?:Try again|重试)/.test(button.textContent) && button.checkVisibility(),
    );
    for (const button of offered) button.click();
    return offered.length > 0;
  });
}

/** Loads the page anew where that is offered. @returns whether it is. */
export function reload(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const offered = [...document.querySelectorAll('button')].find(({ textContent }) =>
      /^(?:Reload|重新加载)/.test(textContent),
    );
    offered?.click();
    return offered !== undefined;
  });
}

/** What is left to be complained of, and what a visitor reads off the page: as many digits as all backends have in common. */
export function standing(page: Page): Promise<{ readonly alerts: string; readonly figures: string }> {
  return page.evaluate(() => ({
    alerts: [...document.querySelectorAll('[role="alert"], .overlay.missing, .said.bad')]
      .filter((element) => element.checkVisibility())
      .map(({ textContent }) => textContent.trim())
      .join(),
    figures: [...document.querySelectorAll<HTMLElement>('[data-figure]')]
      .map(({ dataset }) => `${dataset['figure']} ${Number(dataset['value']).toPrecision(5)}`)
      .join(),
  }));
}
