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

// The page says so beside σ*: the constant that the law leaves open, at the default but for the number of patches.
describe.each([
  { patches: 2, half: 0.9, from: 0.87, to: 0.99 },
  { patches: 4, half: 0.7, from: 0.66, to: 0.74 },
  { patches: 16, half: 0.5, from: 0.48, to: 0.58 },
])('with $patches patches half of the filters’ energy has left the signal span', ({ patches, half, from, to }) => {
  it.each([1, 2])(`near ${half}σ*, with seed %i`, async (seed) => {
    expect(await shareAt(from, { patches, seed })).toBeGreaterThan(0.5);
    expect(await shareAt(to, { patches, seed })).toBeLessThan(0.5);
  });
});

it('lies elsewhere with other settings: past 1.1σ* where the noise has few dimensions', async () => {
  expect(await shareAt(1.1, { side: 4 })).toBeGreaterThan(0.5);
});
