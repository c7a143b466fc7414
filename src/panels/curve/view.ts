import { useMemo } from 'react';
import type { ClaimCurve as Drawn, ClaimData, ClaimHandle, ClaimPoint as DrawnPoint } from '../../charts/claim/data';
import type { Experiment } from '../../experiment/parameters';
import { claimCurveOf, type ClaimCurve, type ClaimPoint } from '../../store/views/claim-curve';
import { toldOf } from '../../store/views/claim-told';
import { useKnownStrings, useWords } from '../../store/words';
import type { FirstStrings } from '../../strings/en/first';
import type { CurveReading } from '../../strings/figure-facts';
import { rank as rankText } from '../../strings/numbers';
import type { LevelFacts } from '../../strings/panel-facts';
import { useVisibleState } from '../../ui/use-visible';

type CurveWords = FirstStrings['curve'];

/** What is measured at a point, for words. */
export const levelFacts = ({ sigma, data, filters, testAccuracy }: ClaimPoint): LevelFacts => ({
  sigma,
  data,
  filters,
  testAccuracy,
});

/** What is known at the handle: of the run itself, or between the points around it. */
function readingOf(
  { current, between }: ClaimCurve,
  { sigma, rank }: Experiment,
): CurveReading & { share: number | null } {
  const at = current ?? between;
  // A count between two counts is one too.
  const whole = rank === 'numerical' || rank === 'energy';
  const known = (value: number | null | undefined) => (value == null ? null : whole ? Math.round(value) : value);
  return {
    sigma,
    data: known(at?.data),
    filters: known(at?.filters),
    share: at?.share ?? null,
    notion: rank,
    about: current === null,
    diverged: current !== null && current.filters === null,
  };
}

/** What the first figure shows: its picture, what the handle says, and what the store knows. */
export function useClaim(visible: boolean): { chart: ClaimData; curve: ClaimCurve; reading: CurveReading } {
  const words = useWords();
  const later = useKnownStrings()?.sweep;
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const curve = useVisibleState(visible, claimCurveOf);
  const { rank, matrix } = experiment;
  const notion = words.parameters.rank.values[rank];
  const within = words.figures.within(notion);
  const text = useMemo(
    () => JSON.stringify(drawnOf(curve, words.curve, within, rank, matrix)),
    [curve, words, within, rank, matrix],
  );
  // The same object as long as it says the same, so that a moving handle leaves the curve alone.
  const drawn = useMemo(() => JSON.parse(text) as Drawn, [text]);
  return useMemo(() => {
    const reading = readingOf(curve, experiment);
    return {
      curve,
      reading,
      chart: {
        curve: drawn,
        handle: handleOf(reading, words.curve),
        name: words.curve.name(notion),
        description: [words.curve.reading(reading), later?.text(curve.points.map(levelFacts), rank)]
          .filter(Boolean)
          .join('. '),
      },
    };
  }, [curve, drawn, experiment, words, later, notion, rank]);
}

function drawnOf(
  curve: ClaimCurve,
  words: CurveWords,
  notion: string,
  rank: Experiment['rank'],
  matrix: Experiment['matrix'],
): Drawn {
  const { xMax, predicted, clean, half, noisy, critical, done, total, complete } = curve;
  return {
    xMax,
    predicted,
    clean,
    half,
    noisy,
    points: curve.points.map(drawnPoint),
    ghosts: curve.ghosts.map(drawnPoint),
    progress: complete ? 1 : Math.min(0.95, done / Math.max(1, total)),
    told: toldTexts(curve, words, rank),
    critical: critical === null ? null : { x: critical, labels: [words.critical(critical), 'σ*'] },
    xLabels: [words.axis.long, words.axis.middle, words.axis.short],
    captions: [words.caption(notion, matrix === 'image'), notion],
    names: words.names,
    lost: words.lost,
  };
}

const drawnPoint = ({ sigma, data, filters, share, bands, between, own, diverged }: ClaimPoint): DrawnPoint => ({
  x: sigma,
  data,
  filters,
  share,
  own,
  between,
  lost: diverged,
  ...(bands && {
    dataLow: bands.data.low,
    dataHigh: bands.data.high,
    filtersLow: bands.filters.low,
    filtersHigh: bands.filters.high,
  }),
});

/** Sentences for the noisy ground, the longest first. */
function toldTexts(curve: ClaimCurve, { told: words }: CurveWords, rank: Experiment['rank']): string[] {
  const told = toldOf(curve);
  if (!told) return [];
  const first = told.from === null ? words.within : words.from(told.from);
  const low = told.low ? words.low(rankText(told.low.filters, rank), rankText(told.low.data, rank)) : '';
  const chance = told.chance === null ? '' : words.chance(told.chance);
  return [...new Set([first + low + chance, first + low, first, words.short])];
}

function handleOf(reading: ReturnType<typeof readingOf>, words: CurveWords): ClaimHandle {
  const { sigma, data, filters, share, notion, about } = reading;
  const text = (value: number | null) => {
    const written = value === null ? '' : rankText(value, notion);
    return about && value !== null ? words.about(written) : written;
  };
  return {
    x: sigma,
    label: words.now(sigma),
    data,
    filters,
    share,
    texts: { data: text(data), filters: text(filters) },
  };
}
