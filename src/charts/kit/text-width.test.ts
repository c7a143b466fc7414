import { describe, expect, it } from 'vitest';
import { inHelvetica, setBreadth, textWidth } from './text-width';

describe('the estimated width of a text', () => {
  it('is that of Helvetica', () => {
    expect(textWidth('2K = 6', 10)).toBeCloseTo((556 + 667 + 278 + 584 + 278 + 556) / 100, 9);
  });
  it('is the same for all digits, so that changing numbers stay in place', () => {
    expect(new Set(Array.from('0123456789', (digit) => textWidth(digit, 12))).size).toBe(1);
  });
  it('is not zero for characters outside its table', () => {
    expect(textWidth('σ₁', 10)).toBeGreaterThan(8);
  });
  it('is a square for each Chinese character and its punctuation, bold or not, also beside Latin letters', () => {
    expect(textWidth('奇异值，从大到小（σ）', 10)).toBeCloseTo(100 + 6, 9);
    expect(textWidth('噪声', 12, true)).toBe(24);
    expect(textWidth('𠮷', 10)).toBe(10);
    expect(textWidth('秩 4', 10)).toBeCloseTo(10 + 2.78 + 5.56, 9);
  });
  it('is as many times as wide as type is on the page, but not in what leaves it', () => {
    const usual = textWidth('rank', 10);
    setBreadth(1.2);
    try {
      expect(textWidth('rank', 10)).toBeCloseTo(1.2 * usual, 9);
      expect(inHelvetica(() => textWidth('rank', 10))).toBe(usual);
      expect(textWidth('rank', 10)).toBeCloseTo(1.2 * usual, 9);
    } finally {
      setBreadth(1);
    }
  });
});
