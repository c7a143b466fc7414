import { measured } from './measured';

/** Pixels of the root's font size where nothing magnifies the page. */
const usual = 16;

/** Looks again when the root's type becomes larger or smaller: an unseen ruler of 1rem tells, whatever it is that did it. */
function onRuler(look: () => void): () => void {
  const ruler = document.createElement('div'),
    observer = new ResizeObserver(look);
  ruler.style.cssText = 'position: absolute; top: 0; width: 1rem; height: 0; visibility: hidden';
  document.body.append(ruler);
  observer.observe(ruler);
  return () => {
    observer.disconnect();
    ruler.remove();
  };
}

const magnification = measured(
  1,
  () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usual || 1,
  onRuler,
);

/** How much larger than usual the page's type is: by its theme, on a large screen, or as the visitor's browser is set. Charts grow with it. */
export const useMagnification = magnification.use;

/** Looks again, for what changes the size of type unseen. */
export const remeasure = magnification.look;
