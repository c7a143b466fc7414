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
  const press = useEffectEvent(({ target }: Event) => around.current?.contains(target as Node) || on.beside());
  const key = useEffectEvent((event: KeyboardEvent) => event.key === 'Escape' && on.escape());
  useEffect(() => {
    if (!open) return;
    const pressed = (event: Event) => void press(event),
      keyed = (event: KeyboardEvent) => void key(event);
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('keydown', keyed);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('keydown', keyed);
    };
  }, [open]);
}
