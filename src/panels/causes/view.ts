import { useMemo } from 'react';
import type { CausesData } from '../../charts/causes/data';
import type { VariantName } from '../../experiment/variants';
import type { RankNotion } from '../../spectrum/ranks';
import { beyondLevel, causesOf, spokenLevel, type Cause, type CausePoint, type Causes } from '../../store/views/causes';
import { isKept } from '../../store/views/ranks';
import { halfShare } from '../../store/views/thresholds';
import { useStrings } from '../../store/words';
import { hundredths, rank as rankText } from '../../strings/numbers';
import type { CauseFacts, CauseRunFacts } from '../../strings/panel-facts';
import { useVisibleState } from '../../ui/use-visible';

/** What answers the title's question first, where there is room for a few: the usual network stands behind each of them. */
const tellingVariants: readonly VariantName[] = [
  'adam',
  'transformer',
  'shuffled',
  'dense',
  'depth5',
  'depth3',
  'relu',
  'momentum',
];

const noiseText = (sigma: number) => String(Number(sigma.toPrecision(3)));
const percentText = (share: number) => `${Math.round(100 * share)}%`;

/** One run in words. */
export function runFacts({ sigma, rank, share, testAccuracy }: CausePoint, notion: RankNotion): CauseRunFacts {
  return {
    noise: noiseText(sigma),
    rank: rank === null ? null : rankText(rank, notion),
    share: share === null ? null : percentText(share),
    test: testAccuracy,
  };
}

/** What came of a variant, computed from its runs. @param named the notion as it stands within a sentence. */
export function causeFacts(
  { points, half }: Cause,
  { critical }: Causes,
  notion: RankNotion,
  named: string,
): CauseFacts {
  const [start, spoken, beyond] = [points[0], points[spokenLevel], points[beyondLevel]];
  const [from, to] = [start?.rank, spoken?.rank];
  const ratio = (sigma: number) => (critical === null ? noiseText(sigma) : hundredths(sigma / critical));
  const text = (value: number) => rankText(value, notion);
  return {
    ranks:
      start && spoken && from != null && to != null
        ? {
            notion: named,
            from: text(from),
            to: text(to),
            noise: noiseText(spoken.sigma),
            dataFrom: text(start.data),
            dataTo: text(spoken.data),
          }
        : null,
    change:
      from != null && to != null && from > 0 && to > 0
        ? isKept(from, to)
          ? { kind: 'kept' }
          : { kind: to > from ? 'rises' : 'falls', times: (Math.max(from, to) / Math.min(from, to)).toFixed(1) }
        : null,
    share: shareFacts(points, half, critical !== null, ratio),
    test:
      spoken?.testAccuracy != null && beyond?.testAccuracy != null
        ? {
            noise: noiseText(spoken.sigma),
            accuracy: hundredths(spoken.testAccuracy),
            beyond: noiseText(beyond.sigma),
            later: hundredths(beyond.testAccuracy),
          }
        : null,
    diverged: points.some((point) => point?.diverged),
  };
}

function shareFacts(
  points: Cause['points'],
  half: number | null,
  isRatio: boolean,
  ratio: (sigma: number) => string,
): CauseFacts['share'] {
  const first = points[0]?.share;
  if (first == null) return null;
  if (first < halfShare) return { kind: 'low', share: percentText(first) };
  if (half !== null) return { kind: 'half', at: ratio(half), isRatio };
  const shares = points.flatMap((point) => point?.share ?? []);
  if (shares.length < points.length) return null;
  return { kind: 'never', least: percentText(Math.min(...shares)), most: ratio(points.at(-1)!.sigma), isRatio };
}

/** What the panel shows: its figure, and the notion of rank in words. */
export function useCauses(visible: boolean): {
  readonly causes: Causes;
  readonly chart: CausesData;
  readonly notion: RankNotion;
  readonly named: string;
} {
  const causes = useVisibleState(visible, causesOf);
  const notion = useVisibleState(visible, ({ experiment }) => experiment.rank);
  const { causes: words, parameters, figures } = useStrings();
  const named = figures.within(parameters.rank.values[notion]);
  const chart = useMemo((): CausesData => {
    const { rows, critical, levels, done, total } = causes;
    const x = (sigma: number) => (critical === null ? sigma : sigma / critical);
    return {
      cells: rows.map(({ name, points }) => ({
        key: name,
        title: words.names[name],
        points: points.map(
          (point) =>
            point && {
              x: x(point.sigma),
              data: point.data,
              rank: point.rank,
              share: point.share,
              test: point.testAccuracy,
            },
        ),
      })),
      telling: tellingVariants,
      some: words.some,
      xMax: x(levels.at(-1)!),
      xLabel: critical === null ? words.axis.sigma : words.axis.ratio,
      names: { ...words.lines, filters: words.lines.filters(named) },
      name: words.figure,
      description: words.description(done, total),
    };
  }, [causes, words, named]);
  return { causes, chart, notion, named };
}
