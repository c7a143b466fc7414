import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/experiment/presets';
import { followFacts, shownFiltersOf } from '../../src/store/views/shown-filters';
import { stateAtEnd } from '../../src/store/testing-runs';
import type { AppState } from '../../src/store/state';
import { knownLines } from '../../src/store/testing-known';
import { predictedRankOf } from '../../src/theory/of-experiment';
import { tour, type TourStep } from '../../src/story/tour/steps';
import { tourFacts } from '../../src/story/tour/facts';
import { en } from '../../src/strings/en';
import { plain } from '../../src/strings/markup';
import { counted, looks, readme, stable, steps } from './judges';
import { linkOf, readSeeds, stateOf, type KeptSeed } from './kept';
import { measureRun } from './measure';
import { curveExperiments, namedRuns, runOfStep, sweptSeeds } from './named-runs';

const seeds = readSeeds();
/** Seeds for which something is not so. */
const failing = (holds: (seed: KeptSeed) => boolean) => seeds.filter((seed) => !holds(seed)).map(({ seed }) => seed);

/** What the page says at a step of the tour, of a run as it was kept. */
function told(step: TourStep, seed: KeptSeed): string {
  const kept = seed.runs[runOfStep(step)] ?? seed.runs.default!;
  let state: AppState = stateOf(kept, step.playing === 'rest' ? 'start' : 'end');
  if (step.playing === 'curve')
    state = {
      ...state,
      known: knownLines(
        curveExperiments(seed.seed).map((experiment, i) => ({
          experiment,
          backend: 'wasm',
          own: false,
          summary: seed.curve[i]!,
        })),
      ),
    };
  const follow = { ...counted(kept.filters), parts: 1, noisy: true };
  return plain(en.tour.steps[step.name].text({ ...tourFacts(state), follow }));
}

describe('over seeds 1 to 20, by runs that were kept,', () => {
  it('all are there, of the experiments that the page has', () => {
    expect(seeds.map(({ seed }) => seed)).toEqual(sweptSeeds);
    for (const { seed, runs, curve } of seeds) {
      for (const [name, experiment] of Object.entries(namedRuns))
        expect(runs[name]?.link, `seed ${seed}: ${name}; run npm run evidence`).toBe(linkOf({ ...experiment, seed }));
      expect(curve.length).toBe(curveExperiments(seed).length);
    }
  });

  it.each(presets)('what is said of the preset $name is true', ({ name }) => {
    const { sentence, because, holds } = looks[name];
    expect(en.verdict.look[name], 'judged anew where it is reworded').toBe(sentence);
    expect(failing(holds), because).toEqual([]);
  });

  it.each(tour)('what the tour says at $name is true', (step) => {
    const { title, because, says } = steps[step.name]!;
    expect(en.tour.steps[step.name].title, 'judged anew where it is reworded').toBe(title);
    for (const seed of seeds) {
      const words = says(seed);
      expect(words, `seed ${seed.seed}: ${because}`).not.toBeNull();
      for (const one of words!) expect(told(step, seed), `seed ${seed.seed}`).toContain(one);
    }
  });

  it.each(readme)('the README is right: $sentence', ({ sentence, because, holds }) => {
    expect(readFileSync('README.md', 'utf8').replaceAll(/\s+/g, ' ').replaceAll('**', '')).toContain(sentence);
    expect(failing(holds), because).toEqual([]);
  });
});

describe('the predicted rank of the data', () => {
  it('is about 2% below what is measured, on average', () => {
    const predicted = predictedRankOf(namedRuns.default!)!;
    const off = seeds.map(({ runs }) => stable(runs.default!.data.data) / predicted - 1);
    const mean = off.reduce((sum, one) => sum + one, 0) / off.length;
    expect(mean).toBeGreaterThan(0.01);
    expect(mean).toBeLessThan(0.035);
    for (const one of off) expect(Math.abs(one)).toBeLessThan(0.08);
  });
});

describe('what was kept', () => {
  it.each(['no-noise', 'few-images', 'diverges'])('of %s is what a run gives now', async (name) => {
    const { seed, runs } = seeds.at(-1)!;
    const kept = runs[name]!,
      made = await measureRun(name, seed);
    expect(made.diverged).toBe(kept.diverged);
    expect(made.points.map(({ step }) => step)).toEqual(kept.points.map(({ step }) => step));
    // One that diverges has drifted apart in its last digits by then.
    if (kept.diverged) return;
    for (const which of [0, -1]) {
      const [was, is] = [kept.points.at(which)!, made.points.at(which)!];
      expect(is.loss).toBeCloseTo(was.loss, 3);
      is.values.forEach((value, i) => expect(value / was.values[i]!).toBeCloseTo(1, 2));
    }
  });

  it('of filters is counted as the page counts them', async () => {
    const [seed] = seeds;
    const state = await stateAtEnd({ ...namedRuns.default!, seed: 1 });
    expect(state.run.latest!.loss).toBeCloseTo(seed!.runs.default!.points.at(-1)!.loss, 3);
    expect(followFacts(shownFiltersOf(state)!)).toEqual({
      ...counted(seed!.runs.default!.filters),
      parts: 1,
      noisy: true,
    });
  });
});
