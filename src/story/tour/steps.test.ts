import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../experiment/link';
import { mend } from '../../experiment/mend';
import { defaults, panelNames, parameters, type Experiment } from '../../experiment/parameters';
import { parseValue } from '../../experiment/value';
import { recordOf } from '../../store/views/record';
import { curveEvents } from '../../store/views/run-events';
import { initialState, type AppState } from '../../store/state';
import { stateAtEnd } from '../../store/testing-runs';
import { knownLines, knownRun } from '../../store/testing-known';
import { causesBase, causesPlan, spokenLevel } from '../../store/views/causes';
import { en } from '../../strings/en';
import { plain } from '../../strings/markup';
import { stepExperiment, tour, type TourStep } from './steps';
import { tourFacts } from './facts';

const step = (name: string): TourStep => tour.find((one) => one.name === name)!;

/** The page at a step of the tour: before training, at the moment, or at the end of its run. */
async function stateAt(name: string): Promise<AppState> {
  const { playing } = step(name),
    experiment = stepExperiment(defaults, step(name));
  const state = await stateAtEnd(
    experiment,
    playing === 'rest' ? 0 : playing === 'end' ? experiment.steps : 'as watched',
  );
  return playing === 'moment'
    ? { ...state, run: { ...state.run, cursor: curveEvents(recordOf(state.run), 'stable', 0)[0]!.step } }
    : state;
}
const words = (state: AppState) => plain(en.tour.steps[step(state.experiment.tour).name].text(tourFacts(state)));

describe('the steps of the tour', () => {
  it('are at least eight, each with a name of its own that a link can carry, and words', () => {
    expect(tour.length).toBeGreaterThanOrEqual(8);
    const names = tour.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(en.tour.steps).toSorted()).toEqual([...names].toSorted());
    for (const name of names) expect(parseValue(parameters.tour, name)).toEqual({ value: name });
  });

  it.each(tour)('$name: an experiment that needs no mending, and its own link', (one) => {
    const experiment = stepExperiment(defaults, one);
    expect(mend(experiment)).toEqual({ experiment, notices: [] });
    expect(decodeLink(`#${encodeLink(experiment)}`)).toEqual({ experiment, notices: [] });
    for (const panel of one.panels) expect(panelNames).toContain(panel);
    expect(one.panels.length).toBeGreaterThan(0);
  });

  it('leave how the page is seen as it is, and nothing of the step before', () => {
    const seen: Experiment = {
      ...defaults,
      theme: 'dark',
      embed: true,
      show: ['filters'],
      scale: 'log',
      pins: ['sigma:0.1'],
      backend: 'cpu',
      sigma: 1,
      m: 7,
      seed: 9,
    };
    expect(stepExperiment(seen, step('noise'))).toEqual({ ...seen, sigma: 0.2, m: 64, seed: 1, tour: 'noise' });
  });
});

// What it says at every step is held true over seeds 1 to 20 in scripts/evidence/seeds.test.ts.
describe('what the tour says', () => {
  it('first: few directions lead, far below where they end', async () => {
    const state = await stateAt('first');
    const { least, run } = tourFacts(state);
    expect(least!.rank).toBeLessThan(2);
    expect(run.step).toBe(least!.step);
    expect(words(state)).toContain(`By step ${least!.step}`);
    expect(words(state)).toContain('One direction has');
    expect(words(state)).not.toContain('is shown');
  });

  it('winner: every filter that has grown follows a signal vector', async () => {
    const state = await stateAt('winner');
    const { filters, following, mixed, noise, idle } = tourFacts(state).follow!;
    expect(following + mixed + noise + idle).toBe(filters);
    expect(following).toBeGreaterThan(40);
    expect(noise).toBe(0);
    expect(words(state)).toContain(
      `Of 128 filters, ${following} follow one signal vector each, ${mixed > 0 ? `${mixed} mix several, ` : ''}${idle} stayed short.`,
    );
  });

  it('causes: how many variants keep their rank, and which follow noise, of those that are measured', () => {
    const state = initialState(stepExperiment(defaults, step('causes')), []);
    expect(words(state)).toMatch(/being trained\.$/);
    const { variants, levels } = causesPlan(causesBase(state));
    const spoken = levels[spokenLevel]!;
    const known = variants
      .slice(0, 5)
      .flatMap(({ name, experiment }) => [
        knownRun({ ...experiment, sigma: 0 }),
        knownRun(
          { ...experiment, sigma: spoken },
          { filters: name === 'momentum' ? 9 : 4.2, share: name === 'adam' ? 0.7 : 1 },
        ),
      ]);
    expect(words({ ...state, known: knownLines(known) })).toMatch(
      /From σ = 0 to 0\.2 .* is kept in 4 of the 5 variants that are measured\. Less than 90% .* in 1: Adam\.$/,
    );
  });

  it('less where nothing is known yet', () => {
    for (const one of tour) expect(words(initialState(stepExperiment(defaults, one), []))).toMatch(/\.$/);
  });
});
