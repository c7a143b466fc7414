import { fileAssets } from '../../cli/assets';
import type { Experiment } from '../experiment/parameters';
import { createEngine } from '../training/engine';
import { initialState, type AppState } from './state';

/** For tests: an engine that has digits. */
export const testEngine = createEngine(fileAssets);

/** For tests: the page's state at the end of a run, recorded every so many steps; before its first step where `every` is 0. */
export async function stateAtEnd(experiment: Experiment, every = experiment.steps): Promise<AppState> {
  const base = initialState(experiment, []);
  const spectrum = await testEngine.spectrum({ experiment });
  const { snapshot, signal } = await testEngine.start({ experiment, backend: 'wasm' });
  const trail = every === 0 ? [] : (await testEngine.advance({ steps: experiment.steps, budget: null, every })).trail;
  const history = [snapshot, ...trail];
  return {
    ...base,
    run: {
      ...base.run,
      status: every === 0 ? 'paused' : 'finished',
      initial: snapshot,
      latest: history.at(-1) as typeof snapshot,
      history,
      signal,
      experiment,
    },
    data: { status: 'ready', spectrum, experiment, progress: null, failure: null },
  };
}
