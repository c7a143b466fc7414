import { useMemo } from 'react';
import { linesChart } from '../../charts/lines/chart';
import type { LinesData } from '../../charts/lines/data';
import { signalNames } from '../../pixels/kit/names';
import { frameOf, leading } from '../../store/views/shown-frame';
import { isStrongestFirst, stairsOf, type Stairs } from '../../store/views/stairs';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import type { StairsFacts } from '../../strings/edge-facts';
import { plain } from '../../strings/markup';
import { ChartFigure } from '../../ui/chart-figure';
import { Marked } from '../../ui/marked';
import { useRoom } from '../../ui/room';
import { useVisibleState } from '../../ui/use-visible';

const height = () => 260;

/** One direction after another: the leading singular values of the filters against the step, each named after its pattern. */
export function Staircase({ visible }: { visible: boolean }) {
  const app = useApp();
  const strings = useStrings();
  const words = strings.edges.stairs;
  const room = useRoom();
  const stairs = useVisibleState(visible, stairsOf);
  const history = useVisibleState(visible, ({ run }) => run.history);
  const steps = useVisibleState(visible, ({ run, experiment }) => (run.experiment ?? experiment).steps);
  const uneven = useVisibleState(
    visible,
    ({ run, experiment }) => (run.experiment ?? experiment).ratio < 1 && (run.experiment ?? experiment).k > 1,
  );
  const cursor = useVisibleState(visible, (state) => frameOf(state)?.step);
  const facts = useMemo(() => stairs && stairsFacts(stairs, steps, uneven), [stairs, steps, uneven]);
  const data = useMemo((): LinesData | null => {
    if (!stairs || !facts) return null;
    const names = signalNames(stairs.patterns);
    return {
      series: [
        // Singular values by their place lie behind: each is under the line of the pattern that it belongs to.
        ...Array.from({ length: stairs.patterns }, (_, i) => ({
          key: `s${i}`,
          label: words.place(i + 1),
          role: 'muted' as const,
          emphasis: false,
          points: history.flatMap((point) => {
            const value = leading(point).singularValues[i];
            return value === undefined ? [] : [{ step: point.step, value }];
          }),
        })),
        ...names.map((label, pattern) => ({
          key: label,
          label,
          role: 'filters' as const,
          // Class −1 is dashed, so that a pair is told apart.
          dash: pattern % 2 === 1 ? ('dashed' as const) : ('solid' as const),
          emphasis: true,
          points: stairs.points.flatMap(({ step, values }) => {
            const value = values[pattern] ?? null;
            return value === null ? [] : [{ step, value }];
          }),
        })),
      ],
      steps,
      origin: strings.training.origin,
      cursor,
      scale: 'log',
      caption: words.caption,
      name: words.name,
      description: plain(words.tell(facts)),
    };
  }, [strings, words, stairs, facts, history, steps, cursor]);
  if (!data || !facts) return <p className="empty">{words.unknown}</p>;
  return (
    <>
      <figure className="panel">
        <ChartFigure
          chart={linesChart}
          data={data}
          height={height}
          onPoint={(step, pressed) => {
            if (pressed && step !== null) app.seek(Math.min(step, history.at(-1)?.step ?? 0));
          }}
        />
      </figure>
      {room === null && (
        <p className="live">
          <Marked text={words.tell(facts)} />
        </p>
      )}
    </>
  );
}

function stairsFacts(stairs: Stairs, steps: number, uneven: boolean): StairsFacts {
  const names = signalNames(stairs.patterns);
  return {
    risen: stairs.risen.map(({ pattern, step }) => ({ name: names[pattern]!, step })),
    of: stairs.patterns,
    steps,
    uneven,
    strongestFirst: isStrongestFirst(stairs),
  };
}
