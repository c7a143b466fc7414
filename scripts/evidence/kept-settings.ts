import { readFileSync } from 'node:fs';
import { decodeLink } from '../../src/experiment/link';
import { imageShape } from '../../src/experiment/shape';
import { stateAtEnd, testEngine } from '../../src/store/testing-runs';
import type { AppState } from '../../src/store/state';
import { neededStill, stillExperiment } from '../../src/store/views/still';
import { hasDiverged } from '../../src/training/divergence';
import type { RunSummary } from '../../src/training/summary';
import { stateOf, type KeptRun } from './kept';
import { keepRun } from './measure';
import { watchedSettings } from './settings';

/** What was measured of one setting. */
export interface KeptSetting {
  readonly setting: string;
  /** Its ends. */
  readonly run: KeptRun;
  /** At every recorded step: as the page records, of those that are watched. */
  readonly losses: readonly number[];
  /** Share of W − W₀ in the signal span. */
  readonly share: number;
  /** The same run at σ = 0; null where none is needed. */
  readonly still: RunSummary | null;
}

export const settingsFile = new URL('../../fixtures/evidence/settings.json', import.meta.url);
export const readSettings = () => JSON.parse(readFileSync(settingsFile, 'utf8')) as readonly KeptSetting[];

/** Runs at σ = 0, which several settings are compared with. */
const stills = new Map<string, Promise<RunSummary>>();
function stillOf(name: string): Promise<RunSummary> {
  const made =
    stills.get(name) ??
    testEngine
      .complete({ experiment: stillExperiment(name), backend: 'wasm', points: 0 })
      .then(({ summary }) => summary);
  stills.set(name, made);
  return made;
}

/** Counted here by itself, so that what the page counts can be held against it. Filters as large as an image are taken patch by patch. */
function shareMoved({ run: { initial, latest, signal }, experiment }: AppState): number {
  const columns = imageShape(experiment).side ** 2,
    [from, to] = [initial!, latest!].map(({ matrices }) => matrices[0]!.values) as [Float64Array, Float64Array];
  let inside = 0,
    all = 0;
  for (let row = 0; row < to.length; row += columns) {
    const step = Array.from({ length: columns }, (_, j) => to[row + j]! - from[row + j]!);
    all += step.reduce((sum, value) => sum + value * value, 0);
    for (let at = 0; at < signal!.length; at += columns)
      inside += step.reduce((sum, value, j) => sum + value * signal![at + j]!, 0) ** 2;
  }
  return inside / all;
}

/** @throws where the link names something that cannot be. */
export async function measureSetting(link: string): Promise<KeptSetting> {
  const { experiment, notices } = decodeLink(link);
  if (notices.length > 0) throw new Error(`${link}: ${JSON.stringify(notices)}`);
  const state = await stateAtEnd(
    experiment,
    watchedSettings.some((one) => one.link === link) ? 'as watched' : Math.ceil(experiment.steps / 10),
  );
  const name = hasDiverged(state.run.history) ? null : neededStill(state);
  return {
    setting: link,
    run: keepRun(link, state),
    losses: state.run.history.map(({ loss }) => loss),
    share: shareMoved(state),
    still: name === null ? null : await stillOf(name),
  };
}

/** The page at the end of a kept setting. */
export function stateOfSetting({ run, losses }: KeptSetting): AppState {
  const state = stateOf(run);
  const [first, last] = [state.run.history[0]!, state.run.history.at(-1)!];
  const history = losses.map((loss, i) => (i === 0 ? first : i === losses.length - 1 ? last : { ...first, loss }));
  return { ...state, run: { ...state.run, history } };
}
