import type { Verdict } from '../../strings/guide-facts';
import type { AppState } from '../state';
import { askedOf } from './asked';
import { memo } from './memo';
import { neededStill, recordedStill } from './still';
import { verdictOf } from './verdict';

/** What is said of the current run, and whether more will be once it is compared with the same run without noise. */
export interface ShownVerdict {
  readonly verdict: Verdict | null;
  readonly comparing: boolean;
}

const shown = memo((verdict: Verdict | null, comparing: boolean): ShownVerdict => ({ verdict, comparing }));

/** The same object while nothing changes. */
export function shownVerdict(state: AppState): ShownVerdict {
  if (neededStill(state) === null) return shown(verdictOf(state, null), false);
  const { status, value } = askedOf('still')(state);
  const still = recordedStill(state) ?? (status === 'ready' ? value!.answer.summary : null);
  // Where it cannot be had, what is known alone is said.
  return shown(verdictOf(state, still), still === null && status === 'loading');
}
