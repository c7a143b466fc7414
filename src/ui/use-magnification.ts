import { measured, onResize } from './measured';

/** Pixels of the root's font size where nothing magnifies the page. */
const usual = 16;

const magnification = measured(
  1,
  () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usual || 1,
  (look) => {
    const stop = onResize(look),
      themes = new MutationObserver(look);
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      stop();
      themes.disconnect();
    };
  },
);

/** How much larger than usual the page's type is: by its theme, on a large screen, or as the visitor's browser is set. Charts grow with it. */
export const useMagnification = magnification.use;

/** Looks again, for what changes the size of type unseen. */
export const remeasure = magnification.look;
