import { useMemo, useRef, useState } from 'react';
import type { LinesData, LinesRole, LinesSeries } from '../../charts/lines/data';
import { sourceOf } from '../../images/sources/list';
import { signalNames } from '../../pixels/kit/names';
import { askedOf } from '../../store/views/asked';
import { changeOf, changeParts, type ChangePart, type ChangePoint } from '../../store/views/change';
import { frameOf } from '../../store/views/shown-frame';
import { useStrings } from '../../store/words';
import { Marked } from '../../ui/marked';
import { Failure } from '../../ui/failure';
import { usePaper } from '../../ui/use-paper';
import { useVisible, useVisibleState } from '../../ui/use-visible';
import { useWatch } from '../../ui/use-watch';
import { isUnderWay } from '../../store/views/status';
import { Lines, type LinesProps } from './lines';

type Props = Omit<LinesProps, 'lines'>;

/** What training moved, and the gradient, against the training step: behind one line, as it takes the run once more. */
export function Closer(props: Props) {
  const words = useStrings().closer;
  const [open, setOpen] = useState(false);
  const paper = usePaper();
  return (
    <details className="closer" open={open && !paper} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.open}</summary>
      {open && <Charts {...props} />}
    </details>
  );
}

const looks: Readonly<Record<ChangePart, Pick<LinesSeries, 'role' | 'dash'>>> = {
  filters: { role: 'filters' },
  moved: { role: 'ink' },
  gradient: { role: 'muted', dash: 'dashed' },
};
/** Vectors whose lines are told apart by name; of more there is no room for names. */
const mostNamed = 6;
const classes: readonly LinesRole[] = ['filters', 'clean'];

function Charts({ curve, onHover }: Props) {
  const { steps } = curve;
  const box = useRef<HTMLDivElement>(null);
  const visible = useVisible(box);
  useWatch('change', visible);
  const points = useVisibleState(visible, changeOf);
  const asked = useVisibleState(visible, askedOf('change'));
  const later = useVisibleState(visible, ({ run }) => isUnderWay(run));
  const cursor = useVisibleState(visible, (state) => frameOf(state)?.step);
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const { closer: words, training, parameters, figures } = useStrings();
  const notion = figures.within(parameters.rank.values[experiment.rank]);
  const { classed } = sourceOf(experiment).is;
  const charts = useMemo((): LinesData[] => {
    const last = points.at(-1);
    const shared = { steps, origin: training.origin, cursor };
    const parts = (read: (point: ChangePoint) => ChangePoint['ranks']): LinesSeries[] =>
      changeParts.map((key) => ({
        key,
        label: words.parts[key],
        ...looks[key],
        emphasis: true,
        points: points.flatMap((point) => {
          const value = read(point)[key];
          return value === null ? [] : [{ step: point.step, value }];
        }),
      }));
    const count = last?.along.length ?? 0;
    const vectors = signalNames(count, classed).map((label, k): LinesSeries => ({
      key: label,
      label,
      role: classes[classed ? k % 2 : 0]!,
      dash: k % 2 === 0 ? 'solid' : 'dashed',
      emphasis: count <= mostNamed,
      points: points.flatMap(({ step, along }) => (along.length > k ? [{ step, value: along[k]! }] : [])),
    }));
    return [
      {
        ...shared,
        series: parts(({ ranks }) => ranks),
        scale: 'log',
        caption: words.rank.caption(notion),
        name: words.rank.name(notion),
        description: words.rank.description(last ? { notion, step: last.step, ...last.ranks } : null),
      },
      {
        ...shared,
        series: parts(({ shares }) => shares),
        scale: 'linear',
        domain: [0, 1],
        caption: words.share.caption,
        name: words.share.name,
        description: words.share.description(last ? { step: last.step, ...last.shares, cosine: last.cosine } : null),
      },
      ...(count === 0
        ? []
        : [
            {
              ...shared,
              series: vectors,
              scale: 'linear' as const,
              caption: words.along.caption,
              name: words.along.name,
              description: words.along.description(
                last ? { step: last.step, most: Math.max(...last.along), least: Math.min(...last.along) } : null,
              ),
            },
          ]),
    ];
  }, [points, cursor, steps, words, training.origin, notion, classed]);
  return (
    <div ref={box} className="closer-charts">
      {points.length === 0 ? (
        asked.failure === null && <p className="note">{later ? words.later : words.computing}</p>
      ) : (
        <>
          <p className="note">
            <Marked text={words.explained} />
          </p>
          {charts.map((lines) => (
            <Lines key={lines.name} lines={lines} curve={curve} onHover={onHover} />
          ))}
        </>
      )}
      {asked.failure !== null && <Failure problem={asked.failure} />}
    </div>
  );
}
