import { useEffect, useRef, useState, type RefObject } from 'react';
import type { AppState } from '../store/state';
import { useAppState } from '../store/use-app';

/** Whether an element is on the screen, or within half a screen of it. */
export function useVisible(ref: RefObject<HTMLElement | null>): boolean {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setVisible(entries.at(-1)!.isIntersecting), { rootMargin: '50%' });
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, [ref]);
  return visible;
}

/** As `useAppState` while the panel is on the screen; off it the last value stays, so that training costs it nothing. */
export function useVisibleState<T>(visible: boolean, select: (state: AppState) => T): T {
  const kept = useRef<{ value: T } | null>(null);
  return useAppState((state) => {
    if (visible || !kept.current) kept.current = { value: select(state) };
    return kept.current.value;
  });
}
