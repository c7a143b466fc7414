import { describe, expect, it } from 'vitest';
import { textWidth } from './text-width';

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
});
