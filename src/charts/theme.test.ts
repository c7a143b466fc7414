import { describe, expect, it } from 'vitest';
import { darkTheme, lightTheme, type ChartTheme } from './theme';

/** Relative luminance of a #rrggbb colour (WCAG 2.1). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** Contrast ratio, 1…21 (WCAG 2.1). */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

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
