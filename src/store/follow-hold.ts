import type { App } from './app';

/** Tells the app while a pointer holds a slider: a native one, or whatever says that it is one. */
export function followHold({ hold }: Pick<App, 'hold'>, document: Document): void {
  document.addEventListener('pointerdown', ({ target }) => {
    if ((target as Element | null)?.closest?.('input[type="range"], [role="slider"]')) hold(true);
  });
  for (const end of ['pointerup', 'pointercancel']) document.addEventListener(end, () => hold(false));
}
