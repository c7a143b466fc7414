import { noAssets } from '../images/assets';
import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { createEngine } from './engine';

const small: Experiment = { ...defaults, side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 5 };

describe('a data set', () => {
  it('is what the experiment is trained on and starts from', async () => {
    const engine = createEngine(noAssets('no digits here'));
    const { snapshot, signal } = await engine.start({ experiment: small, backend: 'cpu' });
    const { train, test, matrices, signal: span } = await engine.dataset({ experiment: small });
    expect(matrices.map(({ values }) => values)).toEqual(snapshot.matrices.map(({ values }) => values));
    expect(span).toEqual(signal);
    expect(train).toMatchObject({ count: 16, patches: 2, dimension: 16 });
    expect(train.values).toHaveLength(16 * 2 * 16);
    expect(test.count).toBe(1000);
    // Asked for beside a run, it leaves the run as it is.
    expect((await engine.advance({ steps: 1, budget: null, record: 'end' })).snapshot.step).toBe(1);
  });
});
