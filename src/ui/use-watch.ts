import { useEffect } from 'react';
import type { Watched } from '../store/state';
import { useApp } from '../store/use-app';

/** Tells the store that a part is on the page, and whether it is in sight: what it needs is made as long as it is. */
export function useWatch(part: keyof Watched, visible: boolean): void {
  const { watch } = useApp();
  useEffect(() => {
    watch(part, visible ? 'seen' : 'unseen');
    return () => watch(part, null);
  }, [watch, part, visible]);
}
