import { mediaStore } from './media';

/** Whether the visitor's system asks pages not to move by themselves. */
export const motionUnwanted: () => boolean = mediaStore('(prefers-reduced-motion: reduce)').holds;

/** How to scroll to a place: smoothly, unless motion is not wanted. */
export const scrollBehaviour = (): ScrollBehavior => (motionUnwanted() ? 'auto' : 'smooth');
