import type { Scene } from '../charts/kit/scene';
import type { ChartTable } from '../charts/kit/table';
import type { ChartTheme } from '../charts/kit/theme';
import type { SlideSize } from './sizes';

/** A chart with its upper left corner, in points. */
export interface PlacedScene {
  readonly x: number;
  readonly y: number;
  readonly scene: Scene;
  /** Its numbers. */
  readonly table: ChartTable;
}

/** A picture of pixels in its box, in points. */
export interface PlacedPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly canvas: HTMLCanvasElement;
}

/** A line of words, in points: `y` is its baseline. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One figure as it goes onto a slide or into a paper: every format is written from this. Points, as all sizes here. */
export interface Sheet {
  readonly size: SlideSize;
  readonly theme: ChartTheme;
  readonly transparent: boolean;
  /** Name and description, for those who cannot see it. */
  readonly title: string;
  readonly description: string;
  readonly scenes: readonly PlacedScene[];
  readonly pictures: readonly PlacedPicture[];
  readonly texts: readonly PlacedText[];
}
