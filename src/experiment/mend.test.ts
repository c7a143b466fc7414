import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '../images/sources/list';
import { mostWindows } from '../images/sources/windows';
import { mend } from './mend';
import { defaults, parameterKeys } from './parameters';
import { imageShape } from './shape';
import { anyCombination } from './testing';

describe('mending', () => {
  it('is done once: what was mended stays as it is', () => {
    fc.assert(
      fc.property(anyCombination, (combination) => {
        const { experiment } = mend(combination);
        expect(mend(experiment)).toEqual({ experiment, notices: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves signal vectors that fit, images that exist, windows that can be held and a step that is reached', () => {
    fc.assert(
      fc.property(anyCombination, (combination) => {
        const { experiment } = mend(combination);
        const { k, side, basis, data, n, step, steps } = experiment;
        if (data === 'synthetic') expect(2 * k).toBeLessThanOrEqual(side * side - (basis === 'cosine' ? 1 : 0));
        else {
          expect(n).toBeLessThanOrEqual(sourceOf(experiment).most(experiment).n ?? 4000);
          expect(imageShape(experiment).patches).toBeGreaterThanOrEqual(1);
          expect(imageShape(experiment).patches).toBeLessThanOrEqual(mostWindows);
        }
        expect(step).toBeLessThanOrEqual(steps);
      }),
      { numRuns: 1000 },
    );
  });

  it('names exactly the fields that it changed', () => {
    fc.assert(
      fc.property(anyCombination, (combination) => {
        const { experiment, notices } = mend(combination);
        const changed = parameterKeys.filter((key) => experiment[key] !== combination[key]);
        expect(notices.map(({ field }) => field).toSorted()).toEqual(changed.toSorted());
      }),
      { numRuns: 1000 },
    );
  });

  it('changes as little as it can', () => {
    expect(mend({ ...defaults, side: 4, k: 8 }).experiment.k).toBe(7);
    expect(mend({ ...defaults, side: 4, k: 8, basis: 'random' }).experiment.k).toBe(8);
    expect(mend({ ...defaults, side: 4, k: 7 }).notices).toEqual([]);
    // Side 2 at stride 3 would be 9 × 9 windows; stride 4 gives 7 × 7.
    expect(mend({ ...defaults, data: 'mnist', layout: 'windows', side: 2, stride: 1 }).experiment.stride).toBe(4);
  });

  it('leaves alone what real images do not use', () => {
    const experiment = { ...defaults, data: 'mnist' as const, side: 2, k: 16 };
    expect(mend(experiment)).toEqual({ experiment, notices: [] });
  });
});
