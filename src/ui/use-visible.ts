import { useEffect, useRef, useState, type RefObject } from 'react';
import { restEvent, wakeEvent } from './wake';
import type { AppState } from '../store/state';
import { useAppState } from '../store/use-app';
import { usePaper } from './use-paper';

/** Whether an element is on the screen, within half a screen of it, or to be printed. */
export function useVisible(ref: RefObject<HTMLElement | null>): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const element = ref.current!;
    let onScreen = false;
    const observer = new IntersectionObserver(
      (entries) => {
        onScreen = entries.at(-1)!.isIntersecting;
        setVisible(onScreen);
      },
      { rootMargin: '50%' },
    );
    observer.observe(element);
    // What rests within a panel is woken with it.
    const panel = element.closest('[data-panel]') ?? element;
    const wake = () => setVisible(true),
      rest = () => setVisible(onScreen);
    panel.addEventListener(wakeEvent, wake);
    panel.addEventListener(restEvent, rest);
    return () => {
      observer.disconnect();
      panel.removeEventListener(wakeEvent, wake);
      panel.removeEventListener(restEvent, rest);
    };
  }, [ref]);
  return usePaper() || visible;
}

/** A frame out of sight is printed with the page around it, and is not told in time: it shows what little is made of it there. */
const isAway = ({ presence }: AppState) => presence !== 'shown';

/** Whether what is visible or not has been so yet: before, nothing in it needs to be drawn, but in a frame out of sight. */
export function useSeen(visible: boolean): boolean {
  const [seen, setSeen] = useState(false);
  const away = useAppState(isAway);
  if ((visible || away) && !seen) setSeen(true);
  return seen;
}

/**
 * As `useAppState` while the panel is on the screen; off it the last value stays, so that training costs it nothing.
 * @param words what the value is made of beside the state: others make it anew also off the screen.
 */
export function useVisibleState<T>(visible: boolean, select: (state: AppState) => T, words?: unknown): T {
  const kept = useRef<{ value: T; words: unknown } | null>(null);
  return useAppState((state) => {
    if (visible || isAway(state) || kept.current?.words !== words || !kept.current)
      kept.current = { value: select(state), words };
    return kept.current.value;
  });
}
