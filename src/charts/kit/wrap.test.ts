import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width';
import { balanced, wrapped } from './wrap';

describe('wrapped text', () => {
  it('keeps its words in order, in lines that are not too wide', () => {
    const text = 'from here on the filters hold more noise than signal (measured, σ = 0.31)';
    for (const width of [80, 150, 300, 2000]) {
      const lines = wrapped(text, width, 13);
      expect(lines.join(' ')).toBe(text);
      for (const line of lines) if (line.includes(' ')) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
    }
    expect(wrapped(text, 2000, 13)).toHaveLength(1);
    expect(wrapped('', 100, 13)).toEqual([]);
  });
  it('is balanced in as many lines, none much shorter than the others', () => {
    const text = 'from here on the filters hold more noise than signal';
    expect(wrapped(text, 290, 13)).toEqual(['from here on the filters hold more noise than', 'signal']);
    expect(balanced(text, 290, 13)).toEqual(['from here on the filters hold', 'more noise than signal']);
    expect(balanced('signal', 20, 13)).toEqual(['signal']);
    expect(balanced(text, Infinity, 13)).toEqual([text]);
    expect(balanced(text, 290, 0)).toEqual([text]);
  });
  it('keeps together what a no-break space joins', () => {
    expect(wrapped('at σ\u00a0=\u00a00.31', 40, 13)).toEqual(['at', 'σ\u00a0=\u00a00.31']);
  });
  it('breaks Chinese between any two characters, but begins no line with punctuation', () => {
    const text = '从这里起，滤波器中噪声多于信号（实测，σ = 0.31）';
    const lines = wrapped(text, 70, 13);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).not.toMatch(/^[，）]/);
  });
});
