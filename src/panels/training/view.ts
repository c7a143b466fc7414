import { useCallback, useMemo } from 'react';
import type { CurveData } from '../../charts/curve/data';
import { frameOf } from '../../store/views/shown-frame';
import { ranksOf } from '../../store/views/ranks';
import { pointAt } from '../../store/views/frames';
import { rankAt } from '../../store/views/ranks';
import { recordOf } from '../../store/views/record';
import { ghostsOf, lettersOf } from '../../store/views/pinned';
import { curveEvents } from '../../store/views/run-events';
import { signalDimensionOf } from '../../store/views/shown-spectrum';
import { useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { rank as rankText } from '../../strings/numbers';
import { useChartTheme } from '../../ui/use-chart-theme';

/** Room for the numbers of the loss, in their font size, so that the charts below share this one's axis. */
const lossNumbers = 3.27;

/** Says what was measured at a recorded step. */
export function useDescription(): (step: number) => string {
  const { rank, steps } = useAppState((state) => state.experiment);
  const history = useAppState((state) => state.run.history);
  const words = useStrings().training;
  const notion = useNotion();
  return useCallback(
    (step) => {
      const point = pointAt(history, step);
      if (!point) return words.notMade(step, steps);
      const { loss, trainAccuracy, testAccuracy } = point;
      return words.shown({
        step: point.step,
        steps,
        notion,
        rank: rankText(rankAt(point, rank), rank),
        loss,
        trainAccuracy,
        testAccuracy,
      });
    },
    [history, rank, steps, words, notion],
  );
}

/** The chosen notion of rank, as it stands within a line. */
function useNotion(): string {
  const { parameters, figures } = useStrings();
  return figures.within(parameters.rank.values[useAppState((state) => state.experiment.rank)]);
}

/** What the curve of the filters' rank shows. */
export function useCurve(): CurveData {
  const { rank, steps } = useAppState((state) => state.experiment);
  const history = useAppState((state) => state.run.history);
  const cursor = useAppState((state) => frameOf(state)?.step);
  const clean = useAppState((state) => ranksOf(state).clean);
  const data = useAppState((state) => ranksOf(state).data);
  const { curve: words, moments, origin } = useStrings().training;
  const notion = useNotion();
  const record = useAppState(({ run }) => recordOf(run));
  const signalDimension = useAppState(signalDimensionOf);
  const points = useMemo(
    () => history.map((point) => ({ step: point.step, value: rankAt(point, rank) })),
    [history, rank],
  );
  const events = useMemo(
    () =>
      curveEvents(record, rank, signalDimension ?? 0).map(({ step, moment }) => ({ step, text: moments.text(moment) })),
    [record, rank, signalDimension, moments],
  );
  const runs = useAppState(ghostsOf);
  const {
    fontSize: { tick },
  } = useChartTheme();
  const ghosts = useMemo(
    () =>
      runs.map(({ label, run }) => ({
        label,
        points: (run?.history ?? []).map((point) => ({ step: point.step, value: rankAt(point, rank) })),
      })),
    [runs, rank],
  );
  return useMemo(() => {
    const last = points.at(-1);
    return {
      history: points,
      label: words.filters,
      references: [
        ...(data === null ? [] : [{ role: 'data' as const, value: data, label: words.data }]),
        ...(clean === null ? [] : [{ role: 'clean' as const, value: clean, label: words.clean }]),
      ],
      steps,
      origin,
      cursor,
      align: { left: Math.round(lossNumbers * tick), right: 0 },
      seekable: true,
      scale: 'log',
      events,
      ghosts,
      caption: words.caption(notion),
      name: words.name(notion),
      description: words.description(
        last
          ? {
              step: last.step,
              steps,
              notion,
              filters: rankText(last.value, rank),
              data: data === null ? null : rankText(data, rank),
              pins: lettersOf(runs),
            }
          : null,
      ),
    };
  }, [points, events, runs, ghosts, rank, steps, cursor, clean, data, words, origin, notion, tick]);
}
