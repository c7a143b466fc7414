/** Where a figure goes to. Points: 72 to an inch. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
  /** No text may be smaller. */
  readonly least: number;
  /** How much larger type and lines are than on a page. */
  readonly magnification: number;
  /** Of several charts in one figure, where they need to be higher than one. */
  readonly whole?: number;
  /** The highest that a figure may become that holds much: of a page of paper, its text. */
  readonly most?: number;
}

const slide = { least: 12, magnification: 1.2 };
const paper = { least: 7, magnification: 0.7, most: 690 };

/**
 * A slide is 13⅓ inches wide, as PowerPoint, Keynote and Google Slides have it; A4 is its width between margins of 2.25 cm, a
 * column of a paper 8.5 cm.
 */
export const slideSizes = {
  slide: { width: 960, height: 540, ...slide },
  half: { width: 480, height: 540, ...slide },
  square: { width: 540, height: 540, ...slide },
  a4: { width: 468, height: 300, ...paper, magnification: 0.75 },
  column: { width: 241, height: 180, whole: 330, ...paper },
} as const satisfies Readonly<Record<string, SlideSize>>;

export type SlideSizeName = keyof typeof slideSizes;
export const slideSizeNames = Object.keys(slideSizes) as SlideSizeName[];
