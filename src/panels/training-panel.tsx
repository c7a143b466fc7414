import { useMemo } from 'react';
import { drawCurve, type CurveData } from '../charts/curve-chart';
import { parameters } from '../experiment/parameters';
import { rankOf } from '../spectrum/ranks';
import { ranksOf } from '../store/derived';
import { useAppState } from '../store/use-app';
import { ChartFigure } from './chart-figure';
import { formatRank } from './figures-panel';
import { runEvents } from './run-events';
import { StatusLine } from './status-line';

const height = (width: number) => Math.round(Math.min(200, Math.max(170, width * 0.2)));

/** What the run is doing, and the filters' rank against the training step. */
export function TrainingPanel() {
  const curve = useCurve();
  return (
    <section className="training" aria-label="Training" data-panel="training">
      <StatusLine />
      <figure className="panel"><ChartFigure data={curve} height={height} draw={drawCurve} /></figure>
    </section>
  );
}

function useCurve(): CurveData {
  const { rank, steps } = useAppState((state) => state.experiment);
  const history = useAppState((state) => state.run.history);
  const cursor = useAppState((state) => state.run.latest?.step);
  const clean = useAppState((state) => ranksOf(state).clean);
  const data = useAppState((state) => ranksOf(state).data);
  return useMemo(() => {
    const points = history.map(({ step, singularValues }) => ({ step, value: rankOf(rank, singularValues) }));
    const notion = parameters.rank.values[rank].toLowerCase();
    const last = points.at(-1);
    return {
      history: points,
      label: 'filters',
      references: [
        ...(data === null ? [] : [{ role: 'data' as const, value: data, label: 'noisy data' }]),
        ...(clean === null ? [] : [{ role: 'clean' as const, value: clean, label: 'clean data' }]),
      ],
      steps, cursor, scale: 'log', events: runEvents(history, points),
      caption: `${notion} against training step`,
      name: `The filters’ ${notion} during training`,
      description: last ? `At step ${last.step} of ${steps} the filters’ ${notion} is ${formatRank(rank, last.value)}; ${data === null ? '' : `that of the noisy data is ${formatRank(rank, data)}.`}` : 'Training has not started.',
    };
  }, [history, rank, steps, cursor, clean, data]);
}
