import { lazy, useCallback, useMemo, useState } from 'react';
import { Late } from '../../ui/late';
import { curveChart } from '../../charts/curve/chart';
import type { CurveData } from '../../charts/curve/data';
import type { Size } from '../../charts/kit/scene';
import type { ChartTheme } from '../../charts/kit/theme';
import { frameOf } from '../../store/views/shown-frame';
import { ranksOf } from '../../store/views/ranks';
import { pointAt } from '../../store/views/frames';
import { rankAt } from '../../store/views/ranks';
import { ghostsOf } from '../../store/views/pinned';
import { curveEvents } from '../../store/views/run-events';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { rank as rankText } from '../../strings/numbers';
import { ChartFigure } from '../../ui/chart-figure';
import { Events } from './events';
import { usePanelMark } from '../../ui/panel-mark';
import { Rest, useExtras, useRoom } from '../../ui/room';
import { Scrubber } from './scrubber';
import { letters } from '../spectrum/panel';
import { StatusLine } from './status-line';
import { useChartTheme } from '../../ui/use-chart-theme';

/** Below the fold, and not waited for. */
const TimeCharts = lazy(() => import('./time-charts'));

/** Of the status line in a frame, where it has one row. */
const statusHeight = 26;
/** Room for the numbers of the loss, in their font size, so that the charts below share this one's axis. */
const lossNumbers = 3.27;

const height = (width: number) => Math.round(Math.min(200, Math.max(170, width * 0.2)));

/** What the run is doing, and the filters' rank against the training step, with the cursor that moves every panel. */
export default function TrainingPanel() {
  const status = useExtras();
  const room = useRoom();
  const app = useApp();
  const curve = useCurve();
  const describe = useDescription();
  const words = useStrings().training;
  const [hovered, setHovered] = useState<number | null>(null);
  const onPoint = (step: number | null, pressed: boolean) => {
    setHovered(step);
    if (pressed && step !== null) app.seek(Math.min(step, curve.history.at(-1)?.step ?? 0));
  };
  const overlay = useCallback(
    (size: Size, theme: ChartTheme) => {
      const { left, right, y } = curveChart.track(curve, size, theme);
      return <Scrubber left={left} width={right - left} top={y} describe={describe} />;
    },
    [curve, describe],
  );
  return (
    <section className="training" aria-label={words.label} {...usePanelMark('training')}>
      {status && <StatusLine />}
      <Rest used={status ? statusHeight : 0}>
        <figure className="panel">
          <ChartFigure chart={curveChart} data={curve} height={height} onPoint={onPoint} overlay={overlay} />
        </figure>
      </Rest>
      {room === null && (
        <>
          <p className="readout" aria-hidden="true">
            {hovered === null || curve.history.length === 0 ? '' : describe(hovered)}
          </p>
          <div className="events-place">
            <Events />
          </div>
          <Late>
            <TimeCharts curve={curve} onHover={setHovered} />
          </Late>
        </>
      )}
    </section>
  );
}

/** Says what was measured at a recorded step. */
function useDescription(): (step: number) => string {
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

function useCurve(): CurveData {
  const { rank, steps } = useAppState((state) => state.experiment);
  const history = useAppState((state) => state.run.history);
  const cursor = useAppState((state) => frameOf(state)?.step);
  const clean = useAppState((state) => ranksOf(state).clean);
  const data = useAppState((state) => ranksOf(state).data);
  const { curve: words, moments, origin } = useStrings().training;
  const notion = useNotion();
  const { points, events } = useMemo(
    () => ({
      points: history.map((point) => ({ step: point.step, value: rankAt(point, rank) })),
      events: curveEvents(history, rank).map(({ step, moment }) => ({ step, text: moments.text(moment) })),
    }),
    [history, rank, moments],
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
              pins: letters(runs),
            }
          : null,
      ),
    };
  }, [points, events, runs, ghosts, rank, steps, cursor, clean, data, words, origin, notion, tick]);
}
