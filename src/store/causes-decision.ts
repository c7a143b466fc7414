import { isQuiet, isThrifty, type Circumstances } from './curve-decision';
import type { Wish } from './runs';
import type { AppState, CurveStatus } from './state';
import { causesBase, causesOf, causesPlan, spokenLevel } from './views/causes';
import { mostSeconds } from './views/curve-cost';
import { bestOrder } from './views/curve-plan';
import { lineOf, lineText, runAt } from './views/known';

/** What is remembered beside the state; bases are told apart by their text. */
export interface CausesMemory {
  /** Whether the settings have rested. */
  readonly rested: boolean;
  /** The base that the visitor asked for or stopped, the one that failed, and the one that was begun. */
  readonly asked: string | null;
  readonly stopped: string | null;
  readonly failed: string | null;
  readonly begun: string | null;
}

/**
 * What is to be made of the variants now. They wait for the run that is watched and for the curve; what is cheap begins by
 * itself once it is in sight, the rest when the visitor asks. All variants at one level of noise come before the next level.
 */
export function decideCauses(
  state: AppState,
  memory: CausesMemory,
  circumstances: Circumstances,
): { readonly status: CurveStatus; readonly wishes: readonly Wish[] } {
  const { watched, presence, curve, known } = state;
  const { done, total, seconds } = causesOf(state);
  const plan = causesPlan(causesBase(state));
  const line = lineText(plan.base);
  const only = (status: CurveStatus) => ({ status, wishes: [] });
  if (done === total) return only('ready');
  if (memory.failed === line) return only('failed');
  if (memory.stopped === line) return only('stopped');
  const isThere = presence === 'shown' && !circumstances.hidden && state.run.latest !== null;
  const asked = memory.asked === line,
    begun = memory.begun === line;
  if (!asked && !begun) {
    if (seconds > mostSeconds.causes || isThrifty(state, circumstances)) return only('offered');
    if (watched.causes !== 'seen') return only('waiting');
  }
  if (!isThere || !memory.rested || (!asked && watched.causes !== 'seen')) return only('waiting');
  const isFree = isQuiet(state) && curve.status !== 'running';
  const wishes = bestOrder(plan.levels, plan.levels[spokenLevel]!).flatMap((sigma) =>
    plan.variants.flatMap(({ experiment }) =>
      runAt(lineOf(known, experiment), sigma) ? [] : [{ experiment: { ...experiment, sigma } }],
    ),
  );
  return { status: 'running', wishes: isFree ? wishes : [] };
}
