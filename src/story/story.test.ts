import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExperiment } from '../experiment/testing';
import { defaults, type Experiment } from '../experiment/parameters';
import { patchDimension } from '../experiment/shape';
import { initialState, type AppState, type RunStatus } from '../store/state';
import { finished, keptFilters, smallLink, testApp, until } from '../store/testing';
import { en } from '../strings/en';
import { plain } from '../strings/markup';
import { energies, energyTable } from './bars';
import { dataFacts, energyFacts, raceFacts, responseFacts, runFacts, trainedFacts } from './facts';
import { beforeLimit, beyondLimit } from './levels';

/** Everything that the story says of a state. */
function told(state: AppState): string[] {
  const data = dataFacts(state),
    run = runFacts(state),
    race = raceFacts(state),
    energy = energyFacts(state);
  return [
    en.kinds[data.images].images(data),
    en.noise.measured(data),
    en.network.what(trainedFacts(state)),
    en.network.ranks(run),
    en.network.learnt(run),
    en.network.rises(run),
    en.winner.what(responseFacts(state)),
    ...(energy ? [en.winner.energies(energy)] : []),
    ...(race ? [en.race.now(race)] : []),
    ...Object.values(en.race.none),
    en.kinds[data.images].untold.race,
    en.kinds[data.images].untold.limit,
  ].map(plain);
}

const nonsense = /undefined|NaN|null|\[object|Infinity|\[\[|\d{1,3}\.\d{6}/;

/** A state with a spectrum and a frame that fit the experiment in size only: sentences must hold whatever was measured. */
const anyState = fc
  .record({
    experiment: anyExperiment,
    values: fc.array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 12 }),
    status: fc.constantFrom<RunStatus>('loading', 'training', 'paused', 'finished', 'diverged', 'failed'),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    accuracy: fc.double({ min: 0, max: 1, noNaN: true }),
    known: fc.boolean(),
    looking: fc.boolean(),
  })
  .map(({ experiment, values, status, share, accuracy, known, looking }): AppState => {
    const state = initialState(experiment, []);
    const s = Float64Array.from(values).toSorted().toReversed();
    const point = {
      step: Math.min(3, experiment.steps),
      loss: 0.5,
      trainAccuracy: accuracy,
      testAccuracy: share === null ? null : accuracy,
      testLoss: null,
      matrices: keptFilters(s, share),
    };
    if (!known) return { ...state, run: { ...state.run, status } };
    return {
      ...state,
      run: {
        ...state.run,
        status,
        latest: point,
        history: [point],
        cursor: looking ? 0 : null,
        experiment,
        signal: new Float64Array(2 * patchDimension(experiment)),
      },
      data: { ...state.data, experiment, spectrum: { data: s, clean: s, signalDimension: 2, rows: 20, columns: 12 } },
    };
  });

describe('what the story says', () => {
  it('is made of words and numbers in any experiment and any state', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const sentence of told(state)) expect(sentence).not.toMatch(nonsense);
      }),
    );
  });

  it.each([
    [{}, /against every patch\. .*full-batch gradient descent/, true],
    [{ net: 'transformer', batch: 16 }, /attention .*gradient descent on 16 images at a time/, true],
    [{ net: 'dense', batch: 240 }, /whole image.* full-batch/, false],
    [{ opt: 'adam' }, /Adam moves them all/, false],
  ] as const)('names what is trained and how, and has a race where there is one: %j', (patch, words, races) => {
    const state = initialState({ ...defaults, ...patch }, []);
    expect(plain(en.network.what(trainedFacts(state)))).toMatch(words);
    expect(raceFacts(state) !== null).toBe(races);
  });

  it('follows the numbers: more rank, the same, and less', () => {
    const facts = {
      images: 'synthetic' as const,
      classes: ['+1', '−1'] as const,
      noisy: true,
      sigma: 0.2,
      clean: 6,
      matrix: 'patch' as const,
      most: 64,
      signalDimension: 6,
      patches: 4,
      layout: 'grid' as const,
      everywhere: false,
    };
    expect(en.noise.measured({ ...facts, data: 41.7 })).toContain('far richer');
    expect(en.noise.measured({ ...facts, data: 8 })).toMatch(/look richer/);
    expect(en.noise.measured({ ...facts, data: 6.1 })).toContain('hardly changes');
    expect(en.noise.measured({ ...facts, data: 3 })).toContain('smaller');
    expect(en.noise.measured({ ...facts, data: 6, sigma: 0 })).toContain('there is no noise');
    expect(en.noise.measured({ ...facts, data: 6, noisy: false })).toContain('no room');
  });

  it('says what a run did, and of one that has not ended only where it is', async () => {
    const app = testApp(smallLink);
    await finished(app);
    await until(app, ({ data }) => data.status === 'ready');
    const state = app.store.getState();
    expect(told(state).join(' ')).not.toMatch(nonsense);
    expect(plain(en.network.ranks(runFacts(state)))).toMatch(
      /^After 40 steps the filters have stable rank \d+\.\d, their data at σ = 0\.2 have \d+\.\d\./,
    );
    app.seek(0);
    expect(plain(en.network.ranks(runFacts(app.store.getState())))).toMatch(/^At step 0 of 40 /);
    expect(plain(en.network.rises(runFacts(app.store.getState())))).toMatch(/^None of the first 4 /);
  });

  it.each([
    ['learnt', 0.01, 1, 'has learnt the signal'],
    ['memorised', 0.01, 0.5, 'memorising'],
    ['partly', 0.01, 0.9, 'not by the signal alone'],
    ['unfitted', 0.5, 0.5, 'does not fit'],
  ] as const)('a run that ended as %s is said to', (_, loss, testAccuracy, words) => {
    const { run, ...rest } = initialState(defaults, []);
    const latest = {
      step: 300,
      loss,
      trainAccuracy: 1,
      testAccuracy,
      testLoss: null,
      matrices: keptFilters([1, 1], testAccuracy > 0.95 ? 1 : 0.1),
    };
    expect(
      en.network.learnt(
        runFacts({ ...rest, run: { ...run, status: 'finished', latest, experiment: rest.experiment } }),
      ),
    ).toContain(words);
  });

  it('offers levels of noise that are on either side of σ*, and none that the slider cannot have', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment: Experiment) => {
        const race = raceFacts(initialState(experiment, []));
        if (!race) return;
        const beyond = beyondLimit(race),
          before = beforeLimit(race);
        if (beyond !== null) expect(beyond > race.critical && beyond <= 2).toBe(true);
        if (before !== null) expect(before > 0 && before < race.critical).toBe(true);
      }),
    );
  });

  it('has its energies as a table, a column for each spectrum that is known', () => {
    const series = [
      { label: 'clean', bars: [1] },
      { label: 'noisy', bars: [1, 0.25] },
      { label: 'filters', bars: [] },
    ];
    expect(energyTable(series, { index: 'no.' })).toEqual({
      head: ['no.', 'clean', 'noisy'],
      rows: [
        ['1', '1', '1'],
        ['2', '–', '0.25'],
      ],
    });
    expect(energyTable([], { index: 'no.' }).rows).toEqual([]);
  });
  it('adds energies up to the stable rank', () => {
    expect(energies([2, 2, 2, 2, 2, 2])).toEqual([1, 1, 1, 1, 1, 1]);
    expect(energies([3, 0])).toEqual([1, 0]);
    expect(energies([0, 0])).toEqual([]);
  });
});
