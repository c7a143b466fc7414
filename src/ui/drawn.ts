import { createContext } from 'react';
import type { Redraw } from '../charts/kit/redraws';

/** A chart with what a panel shows in it. */
export interface DrawnChart extends Redraw {
  /** In pixels, for a width and the height of a screen. */
  height(width: number, screen: number): number;
}

/** Who hears of every chart that has data while panels are rendered without a page; null on the page. */
export const Drawn = createContext<((drawn: DrawnChart) => void) | null>(null);
