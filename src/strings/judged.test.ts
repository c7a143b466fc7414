import { describe, expect, it } from 'vitest';
import { againstClean } from './judged';

describe('the data’s rank against that without noise', () => {
  it('is told from a twentieth on, and as far from twice', () => {
    const told = [5.69, 5.7, 6, 6.3, 6.31, 11.9, 12].map((data) => againstClean(data, 6));
    expect(told).toEqual(['lower', 'as high', 'as high', 'as high', 'higher', 'higher', 'far higher']);
  });
});
