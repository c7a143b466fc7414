import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillBox, greyLevel, largestMagnitude, paintPicture, paintTile, type PixelBuffer } from './grey';

const blank = (width: number, height: number): PixelBuffer => ({
  data: new Uint8ClampedArray(4 * width * height),
  width,
  height,
});
/** Red channel row by row; −1 where nothing was painted. */
const levels = ({ data, width, height }: PixelBuffer) =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (data[4 * (y * width + x) + 3] === 0 ? -1 : data[4 * (y * width + x)]!)),
  );

describe('the grey of a value', () => {
  it('is middle for zero, white and black at the ends of a symmetric scale, and clamped beyond', () => {
    expect([0, 2, -2, 5, -5].map((value) => greyLevel(value, 2))).toEqual([128, 255, 0, 255, 0]);
  });

  it('grows with the value, as far above the middle as it falls below for its negative', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        if (a <= b) expect(greyLevel(a, 1)).toBeLessThanOrEqual(greyLevel(b, 1));
        expect(Math.abs(greyLevel(a, 1) + greyLevel(-a, 1) - 255)).toBeLessThanOrEqual(1);
      }),
      { seed: 5 },
    );
  });

  it('is middle for a vector of zeros, whose scale is zero', () => {
    expect(greyLevel(0, largestMagnitude([0, 0]))).toBe(128);
  });

  it('has the largest magnitude of a stretch as its scale, not-a-numbers passed over', () => {
    expect(largestMagnitude([9, 1, -3, NaN, 2, 8], 1, 4)).toBe(3);
  });
});

describe('a painted tile', () => {
  it('is enlarged by flat squares with sharp sides, and touches nothing else', () => {
    const image = blank(6, 5);
    paintTile(image, 1, 1, 4, [1, 0, -1, 1], 2, 1);
    expect(levels(image)).toEqual([
      [-1, -1, -1, -1, -1, -1],
      [-1, 255, 255, 128, 128, -1],
      [-1, 255, 255, 128, 128, -1],
      [-1, 0, 0, 255, 255, -1],
      [-1, 0, 0, 255, 255, -1],
    ]);
  });

  it('is made smaller by averages, so that a fine grating turns grey', () => {
    const image = blank(2, 2);
    paintTile(image, 0, 0, 2, [1, -1, 1, 1, -1, 1, 1, 1, 0, 0, -1, -1, 0, 0, -1, -1], 4, 1);
    expect(levels(image)).toEqual([
      [128, 255],
      [128, 0],
    ]);
  });

  it('is clipped on every side', () => {
    const image = blank(2, 2);
    paintTile(
      image,
      -1,
      -1,
      4,
      Array.from({ length: 16 }, (_, i) => i / 15),
      4,
      1,
    );
    expect(levels(image)).toEqual([
      [greyLevel(5 / 15, 1), greyLevel(6 / 15, 1)],
      [greyLevel(9 / 15, 1), greyLevel(10 / 15, 1)],
    ]);
    paintTile(image, 5, 0, 4, [1], 1, 1);
    fillBox(image, { x: -9, y: 0, width: 4, height: 1 }, 1);
    expect(levels(image)[0]).toEqual([greyLevel(5 / 15, 1), greyLevel(6 / 15, 1)]);
  });

  it('leaves what is behind a hole as it was, in every row', () => {
    const image = blank(4, 4);
    fillBox(image, { x: 0, y: 3, width: 4, height: 1 }, 0xff070707);
    paintPicture(image, { x: 0, y: 0, width: 4, height: 4 }, { values: [NaN, 1, -1, NaN], columns: 2, rows: 2 }, 1);
    expect(levels(image)).toEqual([
      [-1, -1, 255, 255],
      [-1, -1, 255, 255],
      [0, 0, -1, -1],
      [0, 0, 7, 7],
    ]);
  });
});
