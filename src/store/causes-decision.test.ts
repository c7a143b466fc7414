import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../experiment/parameters';
import { variantOf } from '../experiment/variants';
import { decideCauses, type CausesMemory } from './causes-decision';
import { initialState, type AppState } from './state';
import { knownLines, knownRun } from './testing-known';
import { causesBase, causesOf, causesPlan } from './views/causes';
import { lineText } from './views/known';

const rested: CausesMemory = { rested: true, asked: null, stopped: null, failed: null, begun: null };
const plentiful = { hidden: false, saving: false };
const line = lineText(defaults);
const { levels, variants } = causesPlan(defaults);

/** A run that has ended, with the panel in sight, on a device that needs little time. */
function stateOf(patch: Partial<AppState> = {}, of: Partial<Experiment> = {}): AppState {
  const state = initialState({ ...defaults, ...of }, []);
  return {
    ...state,
    run: { ...state.run, status: 'finished', latest: {} as never },
    data: { ...state.data, status: 'ready' },
    watched: { causes: 'seen' },
    known: { ...state.known, pace: { msPerWork: 1e-9 } },
    ...patch,
  };
}
const decided = (state: AppState, memory: Partial<CausesMemory> = {}, circumstances = plentiful) =>
  decideCauses(state, { ...rested, ...memory }, circumstances);

describe('the runs of variants', () => {
  it('are all of a level before the next: no noise first, then the level that is spoken of, then the end', () => {
    const { status, wishes } = decided(stateOf());
    expect(status).toBe('running');
    expect(wishes).toHaveLength(levels.length * variants.length);
    const sigmas = wishes.map(({ experiment }) => experiment.sigma);
    expect([0, 12, 24].map((at) => sigmas[at])).toEqual([0, 0.2, 0.6]);
    expect(new Set(sigmas.slice(0, 12)).size).toBe(1);
  });

  it('leave out what is known, and end when all is there', () => {
    const runs = variants.flatMap(({ experiment }) => levels.map((sigma) => knownRun({ ...experiment, sigma })));
    const known = { ...knownLines(runs.slice(5)), pace: { msPerWork: 1e-9 } };
    expect(decided(stateOf({ known })).wishes).toHaveLength(5);
    expect(decided(stateOf({ known: knownLines(runs) }))).toEqual({ status: 'ready', wishes: [] });
  });

  it('wait for what a visitor watches, and for somebody to look', () => {
    const state = stateOf();
    expect(decided({ ...state, run: { ...state.run, status: 'training' } })).toEqual({ status: 'running', wishes: [] });
    expect(decided({ ...state, curve: { ...state.curve, status: 'running' } }).wishes).toEqual([]);
    expect(decided({ ...state, watched: { causes: 'unseen' } }).status).toBe('waiting');
    expect(decided(state, { rested: false }).status).toBe('waiting');
    expect(decided(state, {}, { hidden: true, saving: false }).status).toBe('waiting');
  });

  it('are offered where they are dear, or the device is to be spared, and made when asked for, seen or not', () => {
    const dear = stateOf({ known: { ...stateOf().known, pace: { msPerWork: 1e-5 } } });
    expect(decided(dear).status).toBe('offered');
    expect(decided(stateOf(), {}, { hidden: false, saving: true }).status).toBe('offered');
    expect(decided(stateOf({}, { autoplay: false })).status).toBe('offered');
    expect(decided({ ...dear, watched: {} }, { asked: line }).status).toBe('running');
    expect(decided(stateOf(), { stopped: line }).status).toBe('stopped');
    expect(decided(stateOf(), { failed: line }).status).toBe('failed');
  });
});

describe('what variants are changes of', () => {
  it('stays the same wherever one of them is opened, and follows the visitor elsewhere', () => {
    const wide = { ...defaults, m: 100 };
    const causes = { status: 'ready', failure: null, base: wide } as const;
    const opened = { ...variantOf(wide, 'depth5')!, sigma: 0.3 } as Experiment;
    expect(causesBase({ experiment: opened, causes })).toBe(wide);
    expect(causesBase({ experiment: { ...wide, n: 60 }, causes })).toMatchObject({ n: 60, m: 100 });
  });

  it('leaves out what its images cannot have', () => {
    const state = stateOf({}, { n: 12 });
    expect(causesOf(state).rows.map(({ name }) => name)).not.toContain('batches');
  });
});
