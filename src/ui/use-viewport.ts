import { measured, onResize } from './measured';

const width = measured(1280, () => document.documentElement.clientWidth, onResize);
const height = measured(800, () => document.documentElement.clientHeight, onResize);

/** Width and height of what the window shows, in CSS pixels, without scroll bars; a phone's address bar that comes and goes changes nothing. */
export const useViewportWidth = width.use,
  useViewportHeight = height.use;
