import { useMemo } from 'react';
import type { LayersData } from '../../charts/layers/data';
import type { LinesData, LinesSeries } from '../../charts/lines/data';
import type { RankNotion } from '../../spectrum/ranks';
import { rankAt } from '../../store/views/ranks';
import { frameOf, leading } from '../../store/views/shown-frame';
import {
  bestMoment,
  labelMoments,
  labelRecord,
  rankSays,
  type BestMoment,
  type LabelMoments,
  type RankedStep,
} from '../../store/views/wrong-labels';
import { useStrings } from '../../store/words';
import { loss as lossText, rank as rankText } from '../../strings/numbers';
import type { LabelFacts, RankAtStep, StopFacts } from '../../strings/edge-facts';
import type { HistoryPoint } from '../../training/snapshot';
import { useVisibleState } from '../../ui/use-visible';

const noMoments: LabelMoments = labelMoments([]);

/** What the run has recorded under wrong labels, and what of it counts. */
export interface Labelled {
  /** Recorded so far, by rising step. */
  readonly history: readonly HistoryPoint[];
  /** The same once all of it is there, by which moments are told; empty before. */
  readonly record: readonly HistoryPoint[];
  readonly moments: LabelMoments;
  readonly best: BestMoment | null;
  /** The step that the page shows. */
  readonly shown: HistoryPoint | null;
}

const nothing: readonly HistoryPoint[] = [];

export function useLabelled(visible: boolean): Labelled {
  const history = useVisibleState(visible, ({ run }) => ((run.experiment?.flip ?? 0) > 0 ? run.history : nothing));
  const record = useVisibleState(visible, labelRecord);
  const shown = useVisibleState(visible, (state) => frameOf(state));
  return useMemo(
    () => ({
      history,
      record,
      moments: record.length > 0 ? labelMoments(record) : noMoments,
      best: bestMoment(record),
      shown: history.length > 0 ? shown : null,
    }),
    [history, record, shown],
  );
}

const atStep = (ranked: RankedStep | null): RankAtStep | null =>
  ranked && { step: ranked.step, rank: rankText(ranked.rank, 'effective') };

/** What is told of a whole run; null before it has ended. */
export function labelFacts(record: readonly HistoryPoint[]): LabelFacts | null {
  const end = record.at(-1);
  if (!end?.byLabel) return null;
  const moments = labelMoments(record);
  return {
    steps: end.step,
    says: rankSays(moments),
    fitted: atStep(moments.fitted),
    least: atStep(moments.least),
    grown: atStep(moments.grown),
    half: atStep(moments.half),
    left: atStep(moments.left),
    end: {
      rank: rankText(rankAt(end, 'effective'), 'effective'),
      right: end.byLabel.right ?? 0,
      wrong: end.byLabel.wrong ?? 0,
    },
  };
}

export function stopFacts(best: BestMoment, end: HistoryPoint): StopFacts {
  const { by, point } = best;
  return {
    by,
    step: point.step,
    steps: end.step,
    test: point.testAccuracy === null || end.testAccuracy === null ? null : [point.testAccuracy, end.testAccuracy],
    wrong: [point.byLabel?.wrong ?? 0, end.byLabel?.wrong ?? 0],
  };
}

type Line = Pick<LinesSeries, 'key' | 'label' | 'role' | 'dash'>;
const line = (
  one: Line,
  history: readonly HistoryPoint[],
  of: (point: HistoryPoint) => number | null | undefined,
): LinesSeries => ({
  ...one,
  emphasis: true,
  points: history.flatMap((point) => {
    const value = of(point);
    return typeof value === 'number' ? [{ step: point.step, value }] : [];
  }),
});

/** Accuracies, rank and loss on one time axis, with the moments that were found. @param notion the rank that is drawn. */
export function useLabelLines(
  { history, moments, shown }: Labelled,
  visible: boolean,
  notion: RankNotion,
): Readonly<Record<'accuracy' | 'rank' | 'loss', LinesData>> {
  const strings = useStrings();
  const steps = useVisibleState(visible, ({ run, experiment }) => (run.experiment ?? experiment).steps);
  return useMemo(() => {
    const { labels: words } = strings.edges;
    const named = strings.figures.within(strings.parameters.rank.values[notion]);
    const { fitted, grown, half } = moments;
    const events = (['grown', 'half', 'fitted'] as const).flatMap((name) => {
      const at = { fitted, grown, half }[name];
      return at ? [{ step: at.step, text: words.events[name] }] : [];
    });
    // Their names stand in the first chart.
    const silent = events.map(({ step }) => ({ step, text: '' }));
    const shared = { steps, origin: strings.training.origin, cursor: shown?.step };
    const accuracy: LinesData = {
      ...shared,
      series: [
        line({ key: 'right', label: words.lines.right, role: 'clean' }, history, ({ byLabel }) => byLabel?.right),
        line({ key: 'wrong', label: words.lines.wrong, role: 'data' }, history, ({ byLabel }) => byLabel?.wrong),
        line(
          { key: 'test', label: words.lines.test, role: 'ink', dash: 'dashed' },
          history,
          ({ testAccuracy }) => testAccuracy,
        ),
      ],
      scale: 'linear',
      domain: [0, 1],
      events,
      caption: words.accuracy,
      name: words.names.accuracy,
      description: words.accuracyAt(
        shown?.byLabel ? { step: shown.step, right: shown.byLabel.right ?? 0, wrong: shown.byLabel.wrong ?? 0 } : null,
      ),
    };
    const rank: LinesData = {
      ...shared,
      series: [line({ key: 'rank', label: named, role: 'filters' }, history, (point) => rankAt(point, notion))],
      scale: 'log',
      events: silent,
      caption: words.rank(named),
      name: words.names.rank,
      description: words.rankAt(shown && { step: shown.step, rank: rankText(rankAt(shown, notion), notion) }),
    };
    const loss: LinesData = {
      ...shared,
      series: [
        line({ key: 'loss', label: words.lines.loss, role: 'ink' }, history, (point) => point.loss),
        line(
          { key: 'test', label: words.lines.testLoss, role: 'muted', dash: 'dashed' },
          history,
          ({ testLoss }) => testLoss,
        ),
      ],
      scale: 'log',
      events: silent,
      caption: words.loss,
      name: words.names.loss,
      description: words.lossAt(shown && { step: shown.step, loss: lossText(shown.loss) }),
    };
    return { accuracy, rank, loss };
  }, [strings, history, moments, shown, steps, notion]);
}

/** The filters' spectrum where one could stop and where going on leads, and at another step that the page shows; dotted, that of where the rank is least. */
export function useLabelSpectra({ record, moments, best, shown }: Labelled): LayersData | null {
  const strings = useStrings();
  return useMemo(() => {
    if (!shown) return null;
    const { spectra: words, names } = strings.edges.labels;
    const before = record.find(({ step }) => step === moments.least?.step);
    const end = record.at(-1);
    const { lines } = strings.edges.labels;
    const cell = (key: string, title: string, point: HistoryPoint) => ({
      key,
      name: title,
      title,
      values: leading(point).singularValues,
      before: before ? leading(before).singularValues : null,
      ranks: [
        {
          label: strings.open.layers.ranks.effective,
          value: rankText(rankAt(point, 'effective'), 'effective'),
          chosen: true,
        },
        ...(typeof point.byLabel?.wrong === 'number'
          ? [{ label: lines.wrong, value: strings.percent(point.byLabel.wrong), chosen: false }]
          : []),
        ...(point.testAccuracy === null
          ? []
          : [{ label: lines.test, value: strings.percent(point.testAccuracy), chosen: false }]),
      ],
      signal: null,
    });
    const layers = [
      ...(best ? [cell('stopped', words.stopped(best.point.step), best.point)] : []),
      ...(best && end ? [cell('on', words.on(end.step), end)] : []),
      ...(best && end && [best.point.step, end.step].includes(shown.step)
        ? []
        : [cell('shown', words.shown(shown.step), shown)]),
    ];
    const most = layers.reduce((top, { values }) => Math.max(top, values[0] ?? 0), 0);
    const top = 10 ** Math.ceil(Math.log10(most > 0 ? most : 1) - 1e-9);
    return {
      layers,
      domain: [top / 1000, top],
      caption: words.caption,
      beforeLabel: words.before,
      name: names.spectra,
      description: words.description(layers.map(({ name, ranks: [own] }) => ({ name, rank: own!.value }))),
    };
  }, [strings, record, moments, best, shown]);
}
