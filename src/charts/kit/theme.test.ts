import { describe, expect, it } from 'vitest';
import { contrast } from '../testing/scenes';
import { darkTheme, lightTheme, paperTheme, projectorTheme, themeAt, type ChartTheme } from './theme';

describe.each<[string, ChartTheme]>([
  ['light', lightTheme],
  ['dark', darkTheme],
  ['projector', projectorTheme],
  ['paper', paperTheme],
])('the %s theme', (_, theme) => {
  const hues = ['data', 'filters', 'clean', 'initialisation'] as const;

  it.each(['ink', 'muted'] as const)('has %s legible as small text', (key) => {
    expect(contrast(theme[key], theme.background)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(hues)('has text of %s legible', (key) => {
    expect(contrast(theme[key].text, theme.background)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(hues)('has marks of %s visible', (key) => {
    expect(contrast(theme[key].mark, theme.background)).toBeGreaterThanOrEqual(3);
  });
  it.each(hues)('tells tint and mark of %s apart by lightness alone', (key) => {
    expect(contrast(theme[key].mark, theme[key].tint)).toBeGreaterThanOrEqual(2);
  });
  it('keeps ghosts visible in front of the tinted bars', () => {
    expect(contrast(theme.clean.mark, theme.data.tint)).toBeGreaterThanOrEqual(2);
    expect(contrast(theme.initialisation.mark, theme.filters.tint)).toBeGreaterThanOrEqual(2);
  });
});

describe('the projector theme', () => {
  const { fontSize, lineWidth, background } = projectorTheme;

  it('is read from the last row', () => {
    expect(fontSize.tick).toBeGreaterThanOrEqual(16);
    expect(fontSize.label).toBeGreaterThanOrEqual(16);
  });
  it('has heavier lines than the others', () => {
    for (const key of ['grid', 'reference', 'edge', 'ghost', 'series'] as const)
      expect(lineWidth[key]).toBeGreaterThan(lightTheme.lineWidth[key]);
  });
  it('has every text at the enhanced contrast', () => {
    for (const colour of [
      projectorTheme.ink,
      projectorTheme.muted,
      projectorTheme.data.text,
      projectorTheme.filters.text,
      projectorTheme.clean.text,
      projectorTheme.initialisation.text,
    ]) {
      expect(contrast(colour, background)).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('a theme on a larger page', () => {
  it('grows with the page, from where the theme itself begins', () => {
    expect(themeAt(lightTheme, 1.5).fontSize).toEqual({ tick: 19.5, label: 19.5 });
    expect(themeAt(projectorTheme, 2.6).fontSize).toEqual({ tick: 32, label: 36 });
    expect(themeAt(projectorTheme, 1.3)).toBe(projectorTheme);
  });
});
