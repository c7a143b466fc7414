import { useEffect, useEffectEvent, type RefObject } from 'react';

/**
 * Hears, while something is open, of what closes it: a press beside it, and the Escape key wherever the focus is. On the
 * document, as in Safari a button that was pressed has no focus, so that neither blur nor keys come from it.
 */
export function useDismiss(
  open: boolean,
  around: RefObject<Element | null>,
  on: { readonly beside: () => void; readonly escape: () => void },
): void {
  const pressed = useEffectEvent(({ target }: Event) => {
    if (!around.current?.contains(target as Node)) on.beside();
  });
  const keyed = useEffectEvent(({ key }: KeyboardEvent) => {
    if (key === 'Escape') on.escape();
  });
  useEffect(() => {
    if (!open) return;
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('keydown', keyed);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('keydown', keyed);
    };
  }, [open]);
}
