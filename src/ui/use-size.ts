import { useLayoutEffect, useState, type RefObject } from 'react';
import { usePaper } from './use-paper';

/** Width of an element in CSS pixels, kept up to date; 0 until the browser has laid it out by itself: to ask would make it do so at once, for every figure anew. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  const paper = usePaper();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    // A printing browser does not wait for what is observed.
    if (paper) {
      setWidth(Math.round(element.getBoundingClientRect().width));
      return;
    }
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, paper]);
  return width;
}
