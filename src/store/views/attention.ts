import { attends } from '../../experiment/networks';
import type { Science } from '../../experiment/parameters';
import { imageShape } from '../../experiment/shape';
import type { AttentionFacts } from '../../strings/panel-facts';
import { hasValues, type Snapshot } from '../../training/snapshot';
import type { AppState } from '../state';
import { claimCurveOf } from './claim-curve';
import { lineOf } from './known';
import { memo } from './memo';
import { filtersFrameOf, frameOf } from './shown-frame';

/** Frames in a call, so that the one at the cursor never waits long. */
const mostFrames = 8;

/** Frames of a run, named by the one that it began with, of which the attention is asked. */
export interface AttentionAsked {
  readonly experiment: Science;
  readonly of: Snapshot;
  readonly frames: readonly Snapshot[];
}

/** The next frames of which it is not known: the one that is shown, then all from coarse to fine. Null where nobody looks. */
export function wantedAttention(state: AppState): AttentionAsked | null {
  const { watched, presence, run, attention } = state;
  const { experiment, initial: of } = run;
  const due = (watched.attention === 'seen' || watched.open === 'seen') && presence === 'shown';
  if (!due || !experiment || !of || !attends(experiment)) return null;
  const known = new Set(attention?.of === of ? attention.points.map(({ step }) => step) : []);
  const shown = filtersFrameOf(state);
  if (shown && !known.has(shown.step)) return { experiment, of, frames: [shown] };
  const missing = run.history.filter((point) => hasValues(point) && !known.has(point.step)) as Snapshot[];
  if (missing.length === 0) return null;
  const every = Math.ceil(missing.length / mostFrames);
  return { experiment, of, frames: missing.filter((_, i) => i % every === 0) };
}

/** The share of attention on the object, step by step, of the run that is shown; empty where nothing is known of it. */
export const attentionPoints = ({ attention, run }: Pick<AppState, 'attention' | 'run'>): readonly AttentionPoint[] =>
  attention && attention.of === run.initial ? known(attention.points) : none;

const none: readonly AttentionPoint[] = [];

interface AttentionPoint {
  readonly step: number;
  readonly share: number;
}

const known = memo(
  (points: readonly { readonly step: number; readonly share: number | null }[]): readonly AttentionPoint[] =>
    // There is none where the run has diverged.
    points.flatMap(({ step, share }) => (share === null || Number.isNaN(share) ? [] : [{ step, share }])),
);

/** The share at the step that is shown, or at the last one before it of which it is known. */
export function attentionNow(state: Pick<AppState, 'attention' | 'run' | 'experiment'>): AttentionFacts {
  const { run, experiment } = state;
  const { patches } = imageShape(run.experiment ?? experiment);
  return now(attentionPoints(state), frameOf(state)?.step ?? null, patches);
}

const now = memo((points: readonly AttentionPoint[], step: number | null, patches: number): AttentionFacts => {
  const share = step === null ? null : (points.findLast((point) => point.step <= step)?.share ?? null);
  return { step, share, chance: 1 / patches };
});

/** The same at the end of whole runs, against noise, as far as the first figure has made them. */
export const attentionCurve = (state: AppState): AttentionCurve =>
  curve(lineOf(state.known, state.experiment), claimCurveOf(state));

interface AttentionCurve {
  readonly points: readonly { readonly x: number; readonly share: number }[];
  /** The axis goes from 0 to here. */
  readonly xMax: number;
  /** Where less than half of what training moved lies in the signal span from, as measured. */
  readonly half: number | null;
}

const curve = memo(
  (line: ReturnType<typeof lineOf>, { xMax, half }: ReturnType<typeof claimCurveOf>): AttentionCurve => {
    const shares = new Map(
      line.flatMap(({ experiment, summary: { attention } }) =>
        attention === undefined ? [] : [[experiment.sigma, attention] as const],
      ),
    );
    return { points: [...shares].map(([x, share]) => ({ x, share })).toSorted((a, b) => a.x - b.x), xMax, half };
  },
);
