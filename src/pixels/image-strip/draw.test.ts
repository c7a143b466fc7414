import { describe, expect, it } from 'vitest';
import { composePicture, pictureSize } from './draw';

describe('the picture of an image', () => {
  it('has its patches in their places and nothing between them', () => {
    const { values, columns, rows } = composePicture(
      {
        width: 5,
        height: 2,
        side: 2,
        places: [
          [0, 0],
          [3, 0],
        ],
      },
      [1, 2, 3, 4, 5, 6, 7, 8],
    );
    expect([columns, rows]).toEqual([5, 2]);
    expect([...(values as Float64Array)]).toEqual([1, 2, NaN, 5, 6, 3, 4, NaN, 7, 8]);
  });

  it('shows the later of two patches that overlap', () => {
    const { values } = composePicture(
      {
        width: 3,
        height: 2,
        side: 2,
        places: [
          [0, 0],
          [1, 0],
        ],
      },
      [1, 1, 1, 1, 2, 2, 2, 2],
    );
    expect([...(values as Float64Array)]).toEqual([1, 2, 2, 1, 2, 2]);
  });

  it('is enlarged by whole numbers, and made smaller in proportion', () => {
    expect(pictureSize({ width: 17, height: 17 }, { width: 120, height: 130 })).toEqual({ width: 119, height: 119 });
    expect(pictureSize({ width: 100, height: 50 }, { width: 50, height: 50 })).toEqual({ width: 50, height: 25 });
  });
});
