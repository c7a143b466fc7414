import { sharesOut } from '../../experiment/networks';
import { sourceOf } from '../../images/sources/list';
import { leading } from '../../network/matrices';
import type { NoteFacts } from '../../strings/guide-facts';
import { rank as rankText } from '../../strings/numbers';
import { claimCurveOf, type Band, type ClaimCurve } from './claim-curve';
import { isRunCurrent } from './current';
import { lineOf, runAt } from './known';
import { memo } from './memo';
import { rankAt } from './ranks';
import { regimeOf } from './regime';
import { halfShare, unequalBy } from './thresholds';
import type { AppState, KnownRun, RunState } from '../state';
import type { Experiment } from '../../experiment/parameters';

/** What has to be known beside the first figure, so that it is not read wrongly: each where runs that are there show it. */
export function noteFacts(state: AppState): NoteFacts {
  const { known, experiment, run } = state;
  const learnt = regimeOf(state) === 'learnt' && isRunCurrent(state);
  return notes(lineOf(known, experiment), experiment, learnt ? run.latest : null, claimCurveOf(state));
}

const notes = memo(
  (line: readonly KnownRun[], experiment: Experiment, learnt: RunState['latest'], curve: ClaimCurve): NoteFacts => ({
    noise: noiseOf(line, experiment.sigma),
    unequal: learnt && unequalOf(experiment, learnt),
    spread: spreadOf(curve, experiment),
  }),
);

/** At the nearest level that has been made with all seeds. */
function spreadOf({ points, seeds }: ClaimCurve, { sigma: here, rank: notion }: Experiment): NoteFacts['spread'] {
  const nearest = points
    .flatMap(({ sigma, bands }) => (bands ? [{ sigma, bands }] : []))
    .toSorted((a, b) => Math.abs(a.sigma - here) - Math.abs(b.sigma - here))[0];
  if (!nearest || seeds === 1) return null;
  const { sigma, bands } = nearest;
  const ends = ({ low, high }: Band) => [rankText(low, notion), rankText(high, notion)] as const;
  return { sigma, seeds, filters: ends(bands.filters), data: ends(bands.data) };
}

/** The run at this noise, else the one at the least, with more noise than signal in what training moved. */
function noiseOf(line: readonly KnownRun[], here: number): NoteFacts['noise'] {
  const isNoise = ({ summary }: KnownRun) => !summary.diverged && (leading(summary).moved?.share ?? 1) < halfShare;
  const sigmas = line.filter(isNoise).map(({ experiment }) => experiment.sigma);
  if (sigmas.length === 0) return null;
  const sigma = sigmas.includes(here) ? here : Math.min(...sigmas);
  const { summary } = runAt(line, sigma)!,
    still = runAt(line, 0)?.summary;
  const { ranks } = leading(summary);
  return {
    sigma,
    filters: ranks.stable,
    data: summary.data.stable,
    above: ranks.numerical,
    without: still && !still.diverged ? leading(still).ranks.numerical : null,
  };
}

/** Where filters follow every signal vector, and their stable rank is less than there are of them. */
function unequalOf(experiment: Experiment, end: NonNullable<RunState['latest']>): NoteFacts['unequal'] {
  if (!sharesOut(experiment)) return null;
  const { is, signalDimension } = sourceOf(experiment);
  const of = is.signal === 'exact' ? signalDimension(experiment) : null;
  const values = leading(end).singularValues,
    rank = rankAt(end, 'stable');
  if (of === null || of > values.length || of - rank < unequalBy) return null;
  return { of, rank, least: (values[of - 1]! / values[0]!) ** 2 };
}
