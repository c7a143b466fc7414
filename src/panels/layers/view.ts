import { useMemo } from 'react';
import type { LayersData } from '../../charts/layers/data';
import { networkOf } from '../../experiment/networks';
import { sourceOf } from '../../images/sources/list';
import { rankNotions } from '../../spectrum/ranks';
import { memo } from '../../store/views/memo';
import { frameOf } from '../../store/views/shown-frame';
import { signalDimensionOf } from '../../store/views/shown-spectrum';
import { useStrings } from '../../store/words';
import { rank as rankText } from '../../strings/numbers';
import type { HistoryPoint } from '../../training/snapshot';
import { ranksOfValues } from '../../training/summary';
import { useVisibleState } from '../../ui/use-visible';

/** Decades of what matrices begin with that the axis has below the largest singular value of the smallest of them. */
const below = 1;
/** The axis of a run that has only zeros. */
const unknown: readonly [number, number] = [0.01, 1];

/** The largest singular value of a recorded step; those of a run that has diverged are passed over. */
const largest = memo(({ matrices }: HistoryPoint): number =>
  matrices.reduce(
    (most, { singularValues: [value = 0] }) => (Number.isFinite(value) ? Math.max(most, value) : most),
    0,
  ),
);

/** Whole decades around all that a run has recorded, so that the axis rests while the cursor moves. */
const domainOf = memo((initial: HistoryPoint | null, history: readonly HistoryPoint[]): readonly [number, number] => {
  const first = (initial?.matrices ?? []).flatMap(({ singularValues: [most = 0] }) => (most > 0 ? [most] : []));
  const most = history.reduce((top, point) => Math.max(top, largest(point)), Math.max(0, ...first));
  if (first.length === 0 || most === 0) return unknown;
  const top = 10 ** Math.ceil(Math.log10(most) - 1e-9);
  return [Math.min(top / 100, 10 ** (Math.floor(Math.log10(Math.min(...first)) + 1e-9) - below)), top];
});

/** What the chart of layers shows in the frame that the cursor is at; null before there is one. */
export function useLayers(visible: boolean): LayersData | null {
  const strings = useStrings();
  const frame = useVisibleState(visible, frameOf);
  const initial = useVisibleState(visible, ({ run }) => run.initial);
  const domain = useVisibleState(visible, ({ run }) => domainOf(run.initial, run.history));
  const notion = useVisibleState(visible, ({ experiment }) => experiment.rank);
  const experiment = useVisibleState(visible, (state) => state.run.experiment ?? state.experiment);
  const signal = useVisibleState(visible, signalDimensionOf);
  return useMemo(() => {
    if (!frame) return null;
    const { layers: words } = strings.open;
    const net = networkOf(experiment);
    const layers = frame.matrices.flatMap(({ name, role, rows, columns, singularValues }, i) => {
      // One vector that stays as drawn has nothing to tell.
      if (role === 'token') return [];
      const ranks = ranksOfValues(singularValues);
      const called = words.matrix(net, name);
      return [
        {
          key: name,
          name: called,
          title: words.sized(called, rows, columns),
          values: singularValues,
          before: initial?.matrices[i]?.singularValues ?? null,
          ranks: rankNotions.map((each) => ({
            label: words.ranks[each],
            value: rankText(ranks[each], each),
            chosen: each === notion,
          })),
          signal:
            role === 'filters' && signal !== null
              ? { dimension: signal, label: strings.spectra.signal[sourceOf(experiment).is.signal](signal) }
              : null,
        },
      ];
    });
    return {
      layers,
      domain,
      caption: words.caption,
      beforeLabel: strings.spectra.ghosts.filters,
      name: words.name,
      description: words.description({
        step: frame.step,
        notion: strings.figures.within(strings.parameters.rank.values[notion]),
        ranks: layers.map(({ name, ranks }) => ({ name, value: ranks.find(({ chosen }) => chosen)!.value })),
      }),
    };
  }, [strings, frame, initial, domain, notion, experiment, signal]);
}
