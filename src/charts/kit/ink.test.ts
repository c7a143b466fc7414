import { describe, expect, it } from 'vitest';
import { cellColour } from '../map/colour';
import { contrast } from '../testing/scenes';
import { inkOn } from './ink';
import { darkTheme, lightTheme } from './theme';

describe('a number in a cell', () => {
  it('is legible on every colour of a map', () => {
    for (const theme of [lightTheme, darkTheme]) {
      for (let share = 0; share <= 1; share += 0.02) {
        const colour = cellColour(share, 'share', theme);
        expect(contrast(inkOn(colour), colour)).toBeGreaterThanOrEqual(4.4);
      }
    }
  });
});
