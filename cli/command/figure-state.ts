import type { Experiment, Measured, PanelName } from '../../src/experiment/parameters';
import { sweepExperiments, type SweepPlan } from '../../src/experiment/sweep';
import type { Assets } from '../../src/images/assets';
import { initialState, type AppState, type KnownRun } from '../../src/store/state';
import { attends } from '../../src/experiment/networks';
import { wantedAttention } from '../../src/store/views/attention';
import { causesBase, causesPlan } from '../../src/store/views/causes';
import { atLevel, bandSeeds, curvePlan } from '../../src/store/views/curve-plan';
import { wantedEmbeddings } from '../../src/store/views/embeddings';
import { lineOf, lineText } from '../../src/store/views/known';
import { mapPlan, noisePlan } from '../../src/store/views/plans';
import { hasDiverged } from '../../src/training/divergence';
import { createEngine, type Engine } from '../../src/training/engine';
import type { RunSummary } from '../../src/training/summary';
import type { Backend } from '../../src/training/trainer';

/** Panels of the page that hold charts. */
export const figureNames = [
  'curve',
  'data',
  'filters',
  'training',
  'sweep',
  'map',
  'layers',
  'depth',
  'attention',
  'causes',
  'labels',
  'stairs',
] as const satisfies readonly PanelName[];
export type FigureName = (typeof figureNames)[number];

/** Where runs end, in the order of the list; those that are not known are made. */
export type Summaries = (runs: readonly Measured[]) => Promise<readonly RunSummary[]>;

export interface Sources {
  readonly assets: Assets;
  readonly backend: Backend;
  readonly summaries: Summaries;
}

/** The page’s state once all that a figure shows is there. */
export async function stateOfFigure(name: FigureName, experiment: Experiment, sources: Sources): Promise<AppState> {
  const language = experiment.lang === 'zh' ? 'zh' : 'en';
  const state = { ...initialState(experiment, []), language } as const;
  if (name === 'sweep' || name === 'map') return withPlan(state, name, sources.summaries);
  if (name === 'causes') return withCauses(state, sources.summaries);
  if (name === 'curve') return withCurve(await withRun(state, sources), sources.summaries);
  const made = await withRun(state, sources);
  // Against noise as well: at the levels of the curve.
  return name === 'attention' && attends(experiment) ? withCurve(made, sources.summaries) : made;
}

async function withPlan(state: AppState, name: 'sweep' | 'map', summaries: Summaries): Promise<AppState> {
  const plan: SweepPlan = (name === 'sweep' ? noisePlan : mapPlan)(state.experiment);
  const results = await summaries(sweepExperiments(plan).experiments);
  return { ...state, [name]: { status: 'ready', plan, results, failure: null } };
}

async function withCauses(state: AppState, summaries: Summaries): Promise<AppState> {
  const base = causesBase(state);
  const { variants, levels } = causesPlan(base);
  const runs = variants.flatMap(({ experiment }) => levels.map((sigma) => ({ ...experiment, sigma })));
  return { ...(await withKnown(state, runs, summaries)), causes: { status: 'ready', failure: null, base } };
}

/** All levels of the curve, with the seeds of its bands; where its axis ends may have to be found first. */
async function withCurve(state: AppState, summaries: Summaries): Promise<AppState> {
  let known = state;
  for (let settled = false; !settled;) {
    const { experiment } = known;
    const plan = curvePlan(experiment, lineOf(known.known, experiment), null);
    settled = plan.settled;
    const runs = plan.levels.flatMap((sigma) =>
      Array.from({ length: settled ? bandSeeds : 1 }, (_, seed) => atLevel(experiment, sigma, seed)),
    );
    known = await withKnown(known, runs, summaries);
  }
  return { ...known, curve: { ...known.curve, status: 'ready' } };
}

async function withKnown(state: AppState, runs: readonly Measured[], summaries: Summaries): Promise<AppState> {
  const ends = await summaries(runs);
  const lines = new Map<string, readonly KnownRun[]>();
  runs.forEach((experiment, i) => {
    const line = lineText(experiment);
    const run: KnownRun = { experiment, backend: 'wasm', summary: ends[i]!, own: false };
    lines.set(line, [...(lines.get(line) ?? []), run]);
  });
  return { ...state, known: { lines, pace: null } };
}

/** At the end of its run, recorded as the page does, with what is asked of it beside. */
async function withRun(state: AppState, { assets, backend }: Sources): Promise<AppState> {
  const { experiment } = state;
  const engine = createEngine(assets);
  const spectrum = await engine.spectrum({ experiment });
  const { snapshot, signal, device } = await engine.start({ experiment, backend });
  const { trail } = await engine.advance({ steps: experiment.steps, budget: null, record: 'full' });
  const history = [snapshot, ...trail];
  const diverged = hasDiverged(history);
  const run: AppState['run'] = {
    ...state.run,
    status: diverged ? 'diverged' : 'finished',
    playing: false,
    backend,
    device,
    initial: snapshot,
    latest: history.at(-1) as typeof snapshot,
    history,
    signal,
    experiment,
  };
  const data: AppState['data'] = { status: 'ready', spectrum, experiment, progress: null, failure: null };
  const watched = { depth: 'seen', attention: 'seen' } as const;
  return withAsked({ ...state, run, data, watched }, engine);
}

/** Spectra of what images become, and where the network attends, as the page would ask for them. */
async function withAsked(state: AppState, engine: Engine): Promise<AppState> {
  const depths = wantedEmbeddings(state);
  if (depths) {
    const { when, of } = depths;
    const spectra = await engine.embeddings({ experiment: of.experiment, matrices: of.frame.matrices });
    return withAsked({ ...state, embeddings: { ...state.embeddings, [when]: { of, spectra } } }, engine);
  }
  const attention = wantedAttention(state);
  if (!attention) return state;
  const { experiment, of, frames } = attention;
  const shares = await engine.attention({ experiment, frames: frames.map(({ matrices }) => matrices) });
  const points = frames.map(({ step }, i) => ({ step, share: shares?.[i] ?? null }));
  const all = [...(state.attention?.points ?? []), ...points].toSorted((a, b) => a.step - b.step);
  return withAsked({ ...state, attention: { of, points: all } }, engine);
}
