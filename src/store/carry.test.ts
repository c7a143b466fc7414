import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { createCarry } from './carry';

/** Makes changes one after another, as the page does. */
function changed(...patches: readonly Partial<Experiment>[]) {
  const carry = createCarry();
  let experiment: Experiment = defaults,
    notices: ReturnType<typeof carry>['notices'] = [];
  for (const patch of patches) {
    const along = carry(experiment, patch);
    experiment = { ...experiment, ...along.patch, ...patch };
    notices = along.notices;
  }
  const { net, opt, token, depth, m, lr, steps } = experiment;
  return { values: { net, opt, token, depth, m, lr, steps }, notices };
}
const first = { net: 'cnn', opt: 'gd', token: 'filters', depth: 3, m: 64, lr: 15, steps: 300 } as const;

describe('another network or optimiser', () => {
  it('takes its own width, rate and steps along, and says so', () => {
    expect(changed({ net: 'transformer' })).toEqual({
      values: { ...first, net: 'transformer', m: 32, lr: 5 },
      notices: [{ field: 'net', problem: { kind: 'taken-along', values: ['m = 32', 'lr = 5'] } }],
    });
    expect(changed({ net: 'transformer' }, { token: 'linear' }).values).toMatchObject({ m: 32, lr: 1, steps: 150 });
    expect(changed({ opt: 'adam' }).values).toEqual({ ...first, opt: 'adam', lr: 0.01 });
    expect(changed({ opt: 'momentum' })).toEqual({ values: { ...first, opt: 'momentum' }, notices: [] });
  });

  it('gives the old ones back', () => {
    expect(changed({ net: 'transformer' }, { token: 'linear' }, { net: 'cnn' }).values).toEqual(first);
    expect(changed({ lr: 20 }, { opt: 'adam' }, { opt: 'gd' }).values).toEqual({ ...first, lr: 20 });
    expect(changed({ m: 32 }, { net: 'deep' }, { net: 'cnn' }).values).toEqual({ ...first, m: 32 });
    expect(changed({ net: 'deep' }, { depth: 5 }, { net: 'cnn' }).values).toEqual(first);
    expect(changed({ net: 'deep' }, { depth: 5 }, { net: 'cnn' }, { net: 'deep' }).values.depth).toBe(5);
  });

  it('leaves what was changed by hand, and what is given with it', () => {
    expect(changed({ m: 128, steps: 500 }, { net: 'deep' }).values).toMatchObject({ m: 128, steps: 500, lr: 15 });
    expect(changed({ net: 'deep' }, { m: 16 }, { net: 'cnn' }).values.m).toBe(16);
    expect(changed({ net: 'transformer', lr: 2 }).values).toMatchObject({ m: 32, lr: 2 });
    expect(changed({ n: 60 })).toEqual({ values: first, notices: [] });
  });
});
