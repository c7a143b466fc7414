/** What a key means while presenting. */
export type Order =
  | { readonly kind: 'next' | 'back' | 'first' | 'last' | 'play' | 'restart' | 'blank' | 'full' | 'keys' | 'leave' }
  | { readonly kind: 'preset'; readonly at: number };

/** By the names of keys; remotes send PageUp and PageDown, and a full stop to blank. */
const orders: Readonly<Record<string, Exclude<Order['kind'], 'preset'>>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  ' ': 'play',
  r: 'restart',
  b: 'blank',
  '.': 'blank',
  f: 'full',
  '?': 'keys',
  Escape: 'leave',
  p: 'leave',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> & { readonly target: EventTarget | null };

/** @returns null for keys that belong to the browser, or to what has the focus. */
export function orderOf({ key, ctrlKey, metaKey, altKey, target }: Pressed): Order | null {
  if (ctrlKey || metaKey || altKey) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const kind = orders[name];
  const on = target instanceof Element ? target : null;
  // Sliders have arrows, Home and End of their own; buttons the space bar.
  if (on?.closest('input, select, textarea, [role="slider"]') && !/^(Page|Escape)/.test(key)) return null;
  if (key === ' ' && on?.closest('button, a')) return null;
  if (/^[1-9]$/.test(key)) return { kind: 'preset', at: Number(key) - 1 };
  return kind ? { kind } : null;
}

/** Whether somebody writes, or a dialog is open: letters are no orders then. */
export function isBusy(target: EventTarget | null): boolean {
  const on = target instanceof Element ? target : null;
  return (
    document.querySelector('dialog[open]') !== null ||
    (on?.closest('input:not([type="range"]), select, textarea, [contenteditable]') ?? null) !== null
  );
}
