import { interpolateRgb } from 'd3';
import { describe, expect, it } from 'vitest';
import { mix } from './colour';
import { darkTheme, lightTheme } from './theme';

describe('a colour between two', () => {
  it('is what d3 makes of them', () => {
    const colours = [lightTheme.background, lightTheme.data.mark, darkTheme.filters.tint, 'rgb(1, 20, 255)'];
    for (const from of colours)
      for (const to of colours)
        for (const share of [0, 0.25, 0.45, 0.5, 0.82, 1])
          expect(mix(from, to, share)).toBe(interpolateRgb(from, to)(share));
  });
});
