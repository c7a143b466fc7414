import { describe, expect, it } from 'vitest';
import { defaultsOf } from './own-defaults';
import { defaults } from './parameters';
import { sameScience } from './science';
import { variantBase, variantNames, variantOf } from './variants';

describe('variants', () => {
  it('of the default experiment have the width, rate and steps of their network and optimiser', () => {
    for (const name of variantNames) {
      const variant = variantOf(defaults, name)!;
      const { m, lr, steps } = defaultsOf(variant);
      expect(variant, name).toMatchObject({ m, lr, steps });
    }
    expect(sameScience(variantOf(defaults, 'usual')!, defaults)).toBe(true);
    expect(variantOf(defaults, 'linear')).toMatchObject({ net: 'transformer', token: 'linear', steps: 150 });
  });

  it('all have the same base, wherever one of them stands', () => {
    for (const name of variantNames) {
      const base = variantBase(variantOf(defaults, name)!);
      expect(sameScience(base, defaults), name).toBe(true);
    }
  });

  it('keep what the visitor set, in proportion; Adam has a rate of its own', () => {
    const base = { ...defaults, m: 20, lr: 0.3, steps: 200, n: 400, data: 'mnist' as const };
    expect(variantBase(base)).toEqual(base);
    expect(variantOf(base, 'batches')).toMatchObject({ m: 20, lr: 0.3, steps: 200, batch: 16 });
    expect(variantOf(base, 'transformer')).toMatchObject({ m: 32, lr: 0.1, steps: 200 });
    expect(variantOf(base, 'adam')).toMatchObject({ m: 20, lr: 0.01, steps: 200 });
  });

  it('that these images cannot have are none', () => {
    expect(variantOf({ ...defaults, n: 12 }, 'batches')).toBeNull();
    expect(variantOf({ ...defaults, side: 28, patches: 9 }, 'dense')).toBeNull();
  });
});
