import { describe, expect, it } from 'vitest';
import { contrast } from './testing';
import { darkTheme, lightTheme, type ChartTheme } from './theme';

describe.each<[string, ChartTheme]>([['light', lightTheme], ['dark', darkTheme]])('the %s theme', (_, theme) => {
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
