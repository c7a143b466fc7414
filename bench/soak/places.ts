import type { Page } from 'puppeteer-core';

/** Something on the page that a hand can reach. */
export interface Found {
  /** The part of the page that it belongs to. */
  readonly place: string;
  readonly kind: 'press' | 'slide' | 'choose' | 'number' | 'text' | 'look';
  /** What it is, for who reads of a fault. */
  readonly name: string;
  /** Of the parameter table, where it is a field of that. */
  readonly parameter: string;
  /** Its middle, in the window, and its size. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of a slider: moves up and down as well. */
  readonly upright: boolean;
}

/**
 * Finds something in the part of the page that was visited least, scrolls there and keeps it as `soak.chosen`.
 * @param visits how often each part was. @param draws two numbers in [0, 1), for the part and what is in it.
 * @returns null where what was chosen is covered, or gone again.
 */
export function findSomething(
  page: Page,
  visits: Readonly<Record<string, number>>,
  draws: readonly [number, number],
): Promise<Found | null> {
  return page.evaluate(
    (counts: Readonly<Record<string, number>>, [first, second]: readonly [number, number]) => {
      const reachable =
        'button, select, summary, input:not([type="file"]), textarea, a[href^="#"], [role="slider"], [role="button"], svg.chart, canvas';
      const placeOf = (element: Element): string => {
        const dialog = element.closest('dialog');
        if (dialog) return `dialog ${dialog.className.split(' ')[0]!}`;
        if (element.closest('.presented')) return 'talk';
        if (element.closest('.tour-bar')) return 'tour';
        if (element.closest('.more')) return 'more';
        const panel = element.closest('[data-panel]')?.getAttribute('data-panel');
        if (panel) return `panel ${panel}`;
        const part = element.closest('.part');
        if (part) return `story ${[...document.querySelectorAll('.part')].indexOf(part) + 1}`;
        if (element.closest('header')) return 'head';
        if (element.closest('footer')) return 'end';
        return element.closest('.transport') ? 'transport' : 'first screen';
      };
      const modal = [...document.querySelectorAll('dialog[open]')].at(-1);
      const all = [...(modal ?? document).querySelectorAll<HTMLElement>(reachable)].filter(
        (element) =>
          element.checkVisibility() &&
          !element.matches(':disabled') &&
          // It leaves the page, which is another test's.
          !(element instanceof HTMLButtonElement && /^(?:Reload|重新加载)/.test(element.textContent)),
      );
      const places = new Map<string, HTMLElement[]>();
      for (const element of all) {
        const place = placeOf(element);
        places.set(place, [...(places.get(place) ?? []), element]);
      }
      const least = Math.min(...[...places.keys()].map((place) => counts[place] ?? 0));
      const seldom = [...places].filter(([place]) => (counts[place] ?? 0) <= least + 1);
      const chosen = seldom[Math.floor(first * seldom.length)];
      if (!chosen) return null;
      const [place, elements] = chosen;
      const element = elements[Math.floor(second * elements.length)]!;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const there = document.elementFromPoint(x, y);
      if (!there || !(element.contains(there) || there.contains(element) || there.closest('label')?.contains(element)))
        return null;
      globalThis.soak.chosen = element;
      const kind = (): Found['kind'] => {
        if (element.matches('[role="slider"], input[type="range"]')) return 'slide';
        if (element instanceof HTMLSelectElement) return 'choose';
        if (element.matches('[role="spinbutton"]')) return 'number';
        if (element.matches('textarea, input:not([type="checkbox"]):not([type="radio"])')) return 'text';
        return element.matches('svg, canvas') ? 'look' : 'press';
      };
      return {
        place,
        kind: kind(),
        name: `${element.localName} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}`,
        parameter: element.closest<HTMLElement>('[data-parameter]')?.dataset['parameter'] ?? '',
        x,
        y,
        width,
        height,
        upright: element.matches('[aria-orientation="vertical"]'),
      };
    },
    visits,
    draws,
  );
}
