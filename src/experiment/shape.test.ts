import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaults } from './parameters';
import { imageShape, patchPlaces } from './shape';
import { anyExperiment } from './testing';

const grid = (patches: number, side = 8) => patchPlaces({ ...defaults, patches, side });

describe('the picture of an image', () => {
  it.each([
    [1, 8, 8],
    [2, 17, 8],
    [3, 17, 17],
    [4, 17, 17],
    [6, 26, 17],
    [7, 26, 26],
    [9, 26, 26],
    [16, 35, 35],
  ])('of %d patches of side 8 is %d×%d pixels', (patches, width, height) => {
    expect(grid(patches)).toMatchObject({ width, height, side: 8 });
  });

  it('lays patches row by row, a line apart; the last row may be short', () => {
    expect(grid(5, 3).places).toEqual([
      [0, 0],
      [4, 0],
      [8, 0],
      [0, 4],
      [4, 4],
    ]);
  });

  it('of a digit in a grid is 2×2 patches of 14×14', () => {
    expect(patchPlaces({ ...defaults, data: 'mnist', layout: 'grid' })).toEqual({
      width: 29,
      height: 29,
      side: 14,
      channels: 1,
      places: [
        [0, 0],
        [15, 0],
        [0, 15],
        [15, 15],
      ],
    });
  });

  it('of a digit with background pixels is the digit', () => {
    expect(patchPlaces({ ...defaults, data: 'mnist', layout: 'pixels' })).toEqual({
      width: 28,
      height: 28,
      side: 28,
      channels: 1,
      places: [[0, 0]],
    });
  });

  it('of sliding windows puts each where it was cut out', () => {
    const { width, places } = patchPlaces({ ...defaults, data: 'mnist', layout: 'windows', side: 12, stride: 8 });
    expect(width).toBe(28);
    expect(places).toEqual([
      [0, 0],
      [8, 0],
      [16, 0],
      [0, 8],
      [8, 8],
      [16, 8],
      [0, 16],
      [8, 16],
      [16, 16],
    ]);
  });

  it('has a place inside it for every patch of any experiment', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const { width, height, side, places } = patchPlaces(experiment);
        expect(places).toHaveLength(imageShape(experiment).patches);
        expect(Math.max(...places.map(([x]) => x + side))).toBe(width);
        expect(Math.max(...places.map(([, y]) => y + side))).toBe(height);
      }),
    );
  });
});
