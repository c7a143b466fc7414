import type { Key } from './messages';

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const jumps = ['PageUp', 'PageDown', 'Home', 'End'];
const vertical = ['ArrowUp', 'ArrowDown', ' ', ...jumps];

/** What an element does with keys by itself, by a selector that it or one around it matches; `null` is every key. */
const users: readonly (readonly [selector: string, keys: readonly string[] | null])[] = [
  ['input[type=range], [role=slider]', [...arrows, ...jumps]],
  ['input[type=checkbox]', [' ']],
  ['input[type=radio]', [' ', ...arrows]],
  // Whatever is typed, and the letters that pick an option, stay here.
  ['input, textarea, select, [contenteditable]:not([contenteditable=false])', null],
  ['button, summary, input[type=button], [role=button]', [' ', 'Enter']],
  ['a[href]', ['Enter']],
  ['dialog[open], [role=dialog]', ['Escape']],
];

/**
 * Hands on keys that nothing here uses: in a frame they do not reach the page around it, and slides would stop turning
 * once the figure was touched. @returns a function that stops it.
 */
export function forwardKeys(view: Window, tell: (key: Key) => void): () => void {
  const hear = (event: KeyboardEvent) => {
    const { key, code, shiftKey, repeat, target } = event;
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      event.isComposing ||
      key === 'Tab' ||
      key === 'Shift'
    )
      return;
    if (target instanceof Element && usesKey(target, key)) return;
    tell({ key, code, shiftKey, repeat });
  };
  // Last of all, when everything else has had its chance to use the key.
  view.addEventListener('keydown', hear);
  return () => view.removeEventListener('keydown', hear);
}

function usesKey(target: Element, key: string): boolean {
  const user = users.find(([selector]) => target.closest(selector));
  if (user && (user[1] === null || user[1].includes(key))) return true;
  // A box that scrolls takes the keys along it. The page itself does not count: a figure a little too tall must not hold up the slides.
  for (
    let box: Element | null = target;
    box && box !== document.body && box !== document.documentElement;
    box = box.parentElement
  ) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (
      /auto|scroll/.test(overflowX) &&
      box.scrollWidth > box.clientWidth &&
      (key === 'ArrowLeft' || key === 'ArrowRight')
    )
      return true;
    if (/auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight && vertical.includes(key)) return true;
  }
  return false;
}
