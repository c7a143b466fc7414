import { describe, expect, it } from 'vitest';
import { fileAssets } from '../../cli/assets';
import { defaults, type Experiment } from '../experiment/parameters';
import { leading } from '../network/matrices';
import { criticalNoiseOf } from '../theory/of-experiment';
import { createEngine } from './engine';

const engine = createEngine(fileAssets);

/** Share of the filters' energy in the signal span at the end of a run at so many σ*. */
async function shareAt(ratio: number, patch: Partial<Experiment>): Promise<number> {
  const experiment = { ...defaults, ...patch };
  const sigma = ratio * criticalNoiseOf(experiment)!;
  const { summary } = await engine.complete({ experiment: { ...experiment, sigma }, backend: 'wasm', points: 0 });
  return leading(summary).signalShare!;
}

// The page says so beside σ*: the constant of the law depends on the number of patches, not on n, K or d.
describe.each([
  { patches: 2, half: 0.9 },
  { patches: 4, half: 0.7 },
  { patches: 9, half: 0.6 },
])('with $patches patches half of the filters’ energy is left in the signal span', ({ patches, half }) => {
  it.each([{}, { seed: 2 }, { n: 400, k: 4, side: 10 }])(`near ${half}σ*, with %o`, async (patch) => {
    expect(await shareAt(half - 0.06, { ...patch, patches })).toBeGreaterThan(0.5);
    expect(await shareAt(half + 0.06, { ...patch, patches })).toBeLessThan(0.5);
  });
});
