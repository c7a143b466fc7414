import { describe, expect, it } from 'vitest';
import { accuracy, logisticLoss, lossSlope, testFigures } from './loss';

describe('the logistic loss', () => {
  it('is log 2 for an output of zero', () => {
    expect(logisticLoss([0, 0], [1, -1])).toBe(Math.LN2);
  });

  it('is log(1 + e^−m) at a margin of m, with slope −1/(1 + e^m)', () => {
    for (const margin of [-5, -1, -0.1, 0.1, 1, 5]) {
      for (const label of [1, -1]) {
        expect(logisticLoss([label * margin], [label])).toBeCloseTo(Math.log(1 + Math.exp(-margin)), 14);
        expect(lossSlope(label * margin, label, 1)).toBeCloseTo(-label / (1 + Math.exp(margin)), 15);
      }
    }
  });

  it.each([1, -1])('is finite and exact for margins of ±1000 (label %d)', (label) => {
    expect(logisticLoss([-1000 * label], [label])).toBe(1000);
    expect(logisticLoss([1000 * label], [label])).toBe(0);
    expect(logisticLoss([40 * label], [label])).toBeCloseTo(Math.exp(-40), 30); // 1 + e⁻⁴⁰ rounds to 1
    expect(lossSlope(-1000 * label, label, 4)).toBe(-label / 4);
    expect(Math.abs(lossSlope(1000 * label, label, 4))).toBe(0);
  });

  it('is the mean over images, and its slope divides by their number', () => {
    expect(logisticLoss([1, -2], [1, 1])).toBeCloseTo((Math.log1p(Math.exp(-1)) + Math.log1p(Math.exp(2))) / 2, 14);
    expect(lossSlope(1, 1, 10)).toBeCloseTo(lossSlope(1, 1, 1) / 10, 16);
  });
});

describe('accuracy', () => {
  it('counts images with y f > 0; an output of exactly zero is not right', () => {
    expect(accuracy([1, -1, 1, 0], [1, -1, -1, 1])).toBe(0.5);
  });

  it('of no images is 0, not NaN', () => {
    expect(accuracy([], [])).toBe(0);
  });

  it('takes an output that is not a number for wrong', () => {
    expect(accuracy([NaN, 1], [1, 1])).toBe(0.5);
  });
});

describe('figures of test images', () => {
  it('are the accuracy and the loss of the same outputs', () => {
    const f = [0.5, -2, 3],
      labels = [1, 1, -1];
    const { testAccuracy, testLoss } = testFigures(f, labels);
    expect(testAccuracy).toBeCloseTo(1 / 3, 15);
    expect(testLoss).toBeCloseTo(
      (Math.log1p(Math.exp(-0.5)) + Math.log1p(Math.exp(2)) + Math.log1p(Math.exp(3))) / 3,
      14,
    );
  });

  it('are none where there are no outputs, or no images', () => {
    for (const f of [null, []]) expect(testFigures(f, [])).toEqual({ testAccuracy: null, testLoss: null });
  });
});
