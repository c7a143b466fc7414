import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePicture } from '../image-strip/draw';
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

describe('a picture in colour', () => {
  const pixels = ({ data }: PixelBuffer) =>
    Array.from({ length: data.length / 4 }, (_, i) => [...data.subarray(4 * i, 4 * i + 4)]);

  it('has its three planes for red, green and blue, each with zero in the middle', () => {
    const image = blank(2, 1);
    paintTile(image, 0, 0, 2, [2, -2, 0], 1, 2, undefined, 3);
    expect(pixels(image)[0]).toEqual([255, 0, 128, 255]);
    const two = { values: [1, 0, 0, 1, -1, 0], columns: 2, rows: 1, channels: 3 } as const;
    paintPicture(image, { x: 0, y: 0, width: 2, height: 1 }, two, 1);
    expect(pixels(image)).toEqual([
      [255, 128, 0, 255],
      [128, 255, 128, 255],
    ]);
  });

  it('is put together of the planes of its patches, and of whole pixels where it is made smaller', () => {
    const composed = composePicture(
      {
        width: 3,
        height: 1,
        side: 1,
        channels: 3,
        places: [
          [0, 0],
          [2, 0],
        ],
      },
      [1, 2, 3, 4, 5, 6],
    );
    expect([...(composed.values as Float64Array)]).toEqual([1, NaN, 4, 2, NaN, 5, 3, NaN, 6]);
    const image = blank(1, 1);
    paintPicture(
      image,
      { x: 0, y: 0, width: 1, height: 1 },
      { values: [1, -1, 1, 1, -1, -1], columns: 2, rows: 1, channels: 3 },
      1,
    );
    expect(pixels(image)).toEqual([[128, 255, 0, 255]]);
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
