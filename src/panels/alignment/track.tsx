import { useMemo } from 'react';
import { linesChart } from '../../charts/lines/chart';
import type { LinesData } from '../../charts/lines/data';
import { trackOf } from '../../store/views/shown-filters';
import { frameOf } from '../../store/views/shown-frame';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { filterFacts, type Filters } from '../tiles/use-filters';
import { useVisibleState } from '../../ui/use-visible';

const trackHeight = () => 220;

/** The cosines of one filter with every signal vector, and the rest, against the step. */
export function Track({ visible, filter, filters }: { visible: boolean; filter: number; filters: Filters }) {
  const app = useApp();
  const history = useVisibleState(visible, (state) => state.run.history);
  const steps = useVisibleState(visible, (state) => state.experiment.steps);
  const cursor = useVisibleState(visible, (state) => frameOf(state)?.step);
  const { parts, names, groups } = filters;
  const {
    filters: {
      alignment: { track: words },
    },
    training: { origin },
    close,
  } = useStrings();
  const signal = useVisibleState(visible, (state) => state.run.signal);
  const experiment = useVisibleState(visible, (state) => state.run.experiment);
  const track = useMemo(() => trackOf({ history, signal, experiment }, filter), [history, signal, experiment, filter]);
  const data = useMemo((): LinesData | null => {
    if (!track) return null;
    const last = track.cosines.map((cosines) => cosines.at(-1)!);
    const winner = last.indexOf(Math.max(...last));
    const facts = filterFacts(filter, { parts, groups, names });
    const points = (values: readonly number[]) => track.steps.map((step, i) => ({ step, value: values[i]! }));
    return {
      series: [
        ...track.cosines.map((cosines, k) => ({
          key: `s${k}`,
          label: names[k]!,
          role: k === winner ? ('filters' as const) : ('muted' as const),
          emphasis: k === winner,
          points: points(cosines),
        })),
        { key: 'rest', label: words.rest, role: 'data', dash: 'dashed', emphasis: true, points: points(track.rest) },
      ],
      steps,
      origin,
      cursor,
      scale: 'linear',
      domain: [-1, 1],
      caption: words.caption(facts),
      name: words.name,
      description: words.description(facts, { name: names[winner]!, value: last[winner]! }, track.rest.at(-1)!),
    };
  }, [track, parts, names, groups, steps, cursor, filter, words, origin]);
  return (
    <>
      <ChartFigure chart={linesChart} data={data} height={trackHeight} />
      <button type="button" className="secondary" onClick={() => app.pick(null)}>
        {close}
      </button>
    </>
  );
}
