import { useMemo, useState } from 'react';
import { linesChart } from '../../charts/lines/chart';
import type { LinesData } from '../../charts/lines/data';
import { leading } from '../../store/views/shown-frame';
import { rankAt } from '../../store/views/ranks';
import { contrasted, contrastOf, labelMoments, rankSays, type Contrasted } from '../../store/views/wrong-labels';
import { useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { rank as rankText } from '../../strings/numbers';
import type { ContrastFacts } from '../../strings/edge-facts';
import { plain } from '../../strings/markup';
import type { HistoryPoint } from '../../training/snapshot';
import { ChartFigure } from '../../ui/chart-figure';
import { Failure } from '../../ui/failure';
import { Marked } from '../../ui/marked';
import { useVisibleState } from '../../ui/use-visible';
import { useWatch } from '../../ui/use-watch';

const height = () => 150;

/** The same images and labels under other networks: made where somebody asks for them. */
export function Contrast({ visible }: { visible: boolean }) {
  const words = useStrings().edges.labels.contrast;
  const [asked, setAsked] = useState(false);
  useWatch('contrast', visible && asked);
  const runs = useVisibleState(visible, contrastOf);
  const failed = useAppState((state) => state.asked.contrast.failed);
  const known = runs.some((run) => run !== null);
  return (
    <section className="contrast">
      <p>{words.lead}</p>
      {!asked && !known && (
        <div className="toolbar">
          <button type="button" className="secondary" onClick={() => setAsked(true)}>
            {words.make}
          </button>
        </div>
      )}
      {failed && <Failure problem={failed.problem} />}
      {(asked || known) && (
        <div className="contrast-runs">
          {contrasted.map((name, i) => (
            <One key={name} name={name} history={runs[i] ?? null} />
          ))}
        </div>
      )}
    </section>
  );
}

function One({ name, history }: { name: Contrasted; history: readonly HistoryPoint[] | null }) {
  const strings = useStrings();
  const words = strings.edges.labels.contrast;
  const data = useMemo((): LinesData | null => {
    if (!history) return null;
    const { rows, columns } = leading(history[0]!);
    const most = Math.min(rows, columns);
    const told = words.tell(contrastFacts(history));
    return {
      series: [
        {
          key: 'wrong',
          label: words.wrong,
          role: 'data',
          emphasis: true,
          points: history.flatMap(({ step, byLabel }) =>
            typeof byLabel?.wrong === 'number' ? [{ step, value: byLabel.wrong }] : [],
          ),
        },
        {
          key: 'rank',
          label: words.rank,
          role: 'filters',
          dash: 'dashed',
          emphasis: true,
          points: history.map((point) => ({ step: point.step, value: rankAt(point, 'effective') / most })),
        },
      ],
      steps: history.at(-1)!.step,
      origin: strings.training.origin,
      scale: 'linear',
      domain: [0, 1],
      caption: words.caption,
      name: words.names[name],
      description: plain(told),
    };
  }, [strings, words, history, name]);
  return (
    <figure className="panel" data-network={name}>
      <figcaption>{words.names[name]}</figcaption>
      {data ? (
        <>
          <ChartFigure chart={linesChart} data={data} height={height} />
          <p>
            <Marked text={words.tell(contrastFacts(history!))} />
          </p>
        </>
      ) : (
        <p className="pending">{words.pending}</p>
      )}
    </figure>
  );
}

function contrastFacts(history: readonly HistoryPoint[]): ContrastFacts {
  const moments = labelMoments(history);
  const end = history.at(-1)!;
  const text = (value: number) => rankText(value, 'effective');
  return {
    says: rankSays(moments),
    from: text(moments.least?.rank ?? rankAt(end, 'effective')),
    to: text(rankAt(end, 'effective')),
    half: moments.half?.step ?? null,
  };
}
