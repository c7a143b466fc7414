import { fileAssets } from '../../cli/assets';
import type { Experiment } from '../experiment/parameters';
import { besideBackend } from '../training/backend-choice';
import { createEngine } from '../training/engine';
import type { HistoryPoint } from '../training/snapshot';
import { initialState, type AppState } from './state';
import { wantedEmbeddings } from './views/embeddings';

/** For tests: an engine that has digits. */
export const testEngine = createEngine(fileAssets);

/** For tests: the page's state at the end of a run, recorded every so many steps or as the page does; before its first step where `every` is 0. */
export async function stateAtEnd(
  experiment: Experiment,
  every: number | 'as watched' = experiment.steps,
): Promise<AppState> {
  const base = initialState(experiment, []);
  const spectrum = await testEngine.spectrum({ experiment });
  const { snapshot, signal } = await testEngine.start({
    experiment,
    backend: besideBackend({ ...experiment, backend: 'auto' }, null),
  });
  const history: HistoryPoint[] = [snapshot];
  if (every === 'as watched')
    history.push(...(await testEngine.advance({ steps: experiment.steps, budget: null, record: 'full' })).trail);
  else if (every > 0)
    for (let at = 0; at < experiment.steps; at += every) {
      const steps = Math.min(every, experiment.steps - at);
      history.push((await testEngine.advance({ steps, budget: null, record: 'end' })).snapshot);
    }
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

/** For tests: with spectra of what images become, of the first frame and of the one that is shown. */
export async function withEmbeddings(state: AppState): Promise<AppState> {
  const wanted = wantedEmbeddings({ ...state, watched: { depth: 'seen' } });
  if (!wanted) return state;
  const { when, of } = wanted;
  const spectra = await testEngine.embeddings({ experiment: of.experiment, matrices: of.frame.matrices });
  return withEmbeddings({ ...state, embeddings: { ...state.embeddings, [when]: { of, spectra } } });
}
