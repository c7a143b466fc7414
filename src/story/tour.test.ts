import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../experiment/link';
import { mend } from '../experiment/mend';
import { defaults, panelNames, parameters, type Experiment } from '../experiment/parameters';
import { sweepExperiments } from '../experiment/sweep';
import { parseValue } from '../experiment/value';
import { noisePlan } from '../store/views/plans';
import { recordOf } from '../store/views/record';
import { curveEvents } from '../store/views/run-events';
import { initialState, type AppState } from '../store/state';
import { stateAtEnd, testEngine } from '../store/testing-runs';
import { en } from '../strings/en';
import { plain } from '../strings/markup';
import { stepExperiment, tour, type TourStep } from './tour';
import { tourFacts } from './tour-facts';

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

describe('what the tour says', () => {
  it('clean: few directions, as many as signal vectors', async () => {
    const state = await stateAt('clean');
    expect(tourFacts(state).data).toMatchObject({ signalDimension: 6 });
    expect(tourFacts(state).data.clean).toBeCloseTo(6, 1);
    expect(words(state)).toBe(
      'Every image holds one of 6 signal vectors and nothing else. The stable rank of the data is 6.0: so many directions of equal energy.',
    );
  });

  it('noise: fills all directions', async () => {
    const state = await stateAt('noise');
    expect(tourFacts(state).data.data).toBeGreaterThan(38);
    expect(words(state)).toContain('from 6.0 to 41.7');
  });

  it('random: filters point everywhere', async () => {
    const state = await stateAt('random');
    expect(tourFacts(state).initial).toBeGreaterThan(20);
    expect(words(state)).toContain('128 filters');
  });

  it('first: few directions lead, far below where they end', async () => {
    const state = await stateAt('first');
    const { least, run } = tourFacts(state);
    expect(least!.rank).toBeLessThan(2);
    expect(run.step).toBe(least!.step);
    expect(words(state)).toContain(`By step ${least!.step}`);
    expect(words(state)).toContain('One direction has');
    expect(words(state)).not.toContain('is shown');
  });

  it('rise: one after another, at different steps', async () => {
    const { risen } = tourFacts(await stateAt('rise')).run;
    expect(risen).toMatchObject({ count: 6, of: 6 });
    expect(risen!.last).toBeGreaterThan(risen!.first + 5);
  });

  it('ignore: the filters’ rank stays near the signal’s, their energy in its span', async () => {
    const { run } = tourFacts(await stateAt('ignore'));
    expect(run.filters).toBeLessThan(6);
    expect(run.data).toBeGreaterThan(38);
    expect(run.share).toBeGreaterThan(0.99);
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

  it('width: six times the filters, the same directions', async () => {
    const [wide, usual] = [tourFacts(await stateAt('width')), tourFacts(await stateAt('ignore'))];
    expect(wide.filters).toBe(800);
    expect(Math.abs(wide.run.filters! / usual.run.filters! - 1)).toBeLessThan(0.2);
  });

  it('sweep: the data’s rank explodes, the filters’ hardly moves until they follow noise', async () => {
    const state = initialState(stepExperiment(defaults, step('sweep')), []);
    // Every other level says the same in half the time.
    const plan = noisePlan({ ...state.experiment, levels: 6 });
    const results = [];
    for (const experiment of sweepExperiments(plan).experiments)
      results.push((await testEngine.complete({ experiment, backend: 'wasm', points: 0 })).summary);
    const swept: AppState = { ...state, sweep: { status: 'ready', plan, results, failure: null } };
    const { sweep } = tourFacts(swept);
    expect(sweep).toMatchObject({ done: 6, total: 6 });
    expect(sweep!.data!.most / sweep!.data!.first).toBeGreaterThan(5);
    expect(sweep!.learnt!.high / sweep!.learnt!.low).toBeLessThan(1.2);
    expect(sweep!.learnt!.to).toBeGreaterThanOrEqual(0.2);
    expect(words(swept)).toContain('then they begin to follow noise');
    expect(words(state)).toContain('One run is one point.');
  });

  it('memorised: beyond σ* training fits, testing does not, and the signal’s share is under a tenth', async () => {
    const state = await stateAt('memorised');
    const { run, critical, trainAccuracy } = tourFacts(state);
    expect(run.sigma).toBeGreaterThan(critical!);
    expect(run.share).toBeLessThan(0.1);
    expect(trainAccuracy).toBe(1);
    expect(run.testAccuracy).toBeLessThan(0.65);
    expect(words(state)).toContain('past σ* = 0.427');
  });

  it('digits: the same for handwriting', async () => {
    const { data, run } = tourFacts(await stateAt('digits'));
    expect(run.data! / data.clean!).toBeGreaterThan(8);
    expect(run.filters).toBeLessThan(2.5);
    expect(run.testAccuracy).toBeGreaterThan(0.95);
  });

  it('less where nothing is known yet', () => {
    for (const one of tour) expect(words(initialState(stepExperiment(defaults, one), []))).toMatch(/\.$/);
  });
});
