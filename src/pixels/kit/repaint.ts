/** Paints a picture anew at so many device pixels to a CSS pixel. */
type Repaint = (canvas: HTMLCanvasElement, devicePixelRatio: number) => void;

/** How each canvas of the page was painted, so that a file can hold it sharper than the screen does. */
export const repaints = new WeakMap<HTMLCanvasElement, Repaint>();
