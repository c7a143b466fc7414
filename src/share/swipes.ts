import type { Key } from './messages';

/** What a finger drags along by itself. */
const dragged = 'input, select, textarea, [role=slider], .curve-plot, .guess-place';
/** Least way of a swipe, in CSS pixels, and how many times as far across as down; and its longest time, in ms: slower is a drag. */
const leastWay = 60,
  flatness = 2,
  longest = 600;

/**
 * Hands on swipes to the left and to the right that nothing here uses, as the arrow keys that mean the same: in a frame they
 * do not reach the page around it, and on a tablet slides would not turn where a figure is. @returns a function that stops it.
 */
export function forwardSwipes(view: Window, tell: (key: Key) => void): () => void {
  let began: { readonly x: number; readonly y: number; readonly at: number } | null = null;
  const start = ({ touches, target, timeStamp: at }: TouchEvent) => {
    const [finger] = touches;
    const isFree = finger && touches.length === 1 && target instanceof Element && !dragsAlong(target);
    began = isFree ? { x: finger.clientX, y: finger.clientY, at } : null;
  };
  const end = ({ changedTouches, touches, timeStamp: at }: TouchEvent) => {
    const from = began,
      [finger] = changedTouches;
    began = null;
    if (!from || !finger || touches.length > 0 || at - from.at > longest) return;
    const across = finger.clientX - from.x,
      down = finger.clientY - from.y;
    if (Math.abs(across) < leastWay || Math.abs(across) < flatness * Math.abs(down)) return;
    const key = across < 0 ? 'ArrowRight' : 'ArrowLeft';
    tell({ key, code: key, shiftKey: false, repeat: false });
  };
  const forget = () => {
    began = null;
  };
  view.addEventListener('touchstart', start, { passive: true });
  view.addEventListener('touchend', end, { passive: true });
  view.addEventListener('touchcancel', forget, { passive: true });
  return () => {
    view.removeEventListener('touchstart', start);
    view.removeEventListener('touchend', end);
    view.removeEventListener('touchcancel', forget);
  };
}

function dragsAlong(target: Element): boolean {
  if (target.closest(dragged)) return true;
  for (let box: Element | null = target; box && box !== document.documentElement; box = box.parentElement)
    if (box.scrollWidth > box.clientWidth && /auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
  return false;
}
