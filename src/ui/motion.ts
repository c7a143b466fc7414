/** Parsed once: it is asked for with every run. */
let list: MediaQueryList | null = null;

/** Whether the visitor's system asks pages not to move by themselves. */
export const motionUnwanted = (): boolean => (list ??= matchMedia('(prefers-reduced-motion: reduce)')).matches;

/** How to scroll to a place: smoothly, unless motion is not wanted. */
export const scrollBehaviour = (): ScrollBehavior => (motionUnwanted() ? 'auto' : 'smooth');
