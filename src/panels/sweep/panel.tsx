import { useMemo, useState } from 'react';
import { sweepChart } from '../../charts/sweep/chart';
import { ParameterField } from '../../controls/parameter-field';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { PickableFigure } from '../../ui/pickable-figure';
import { Rest, useRoom } from '../../ui/room';
import { SweepToolbar, toolbarHeight } from './sweep-toolbar';
import { levelFacts, useSweep } from './view';

const height = (width: number) => Math.round(Math.min(420, Math.max(260, width * 0.36)));

/** Rank against background noise for data and filters: the paper's claim as a curve that the visitor draws. */
export function Sweep({ visible }: { visible: boolean }) {
  const app = useApp();
  const words = useStrings().sweep;
  const [highlight, setHighlight] = useState<number | undefined>();
  const { chart, levels } = useSweep(visible);
  const rank = useAppState((state) => state.experiment.rank);
  const planned = useAppState((state) => state.experiment.levels);
  // On the page the curve stands above already: this one is there once it is asked for.
  const asked = useAppState((state) => state.sweep.status !== 'empty');
  const drawn = useRoom() !== null || asked;
  const shown = useMemo(() => ({ ...chart, highlight }), [chart, highlight]);
  const open = (index: number | null) => {
    const run = levels[index ?? -1]?.runs[0];
    if (run) app.openRun(run.experiment);
  };
  const row = levels.map((level, hit) =>
    level.runs.length === 0 ? null : { label: words.open(levelFacts(level), rank), hit },
  );
  return (
    <>
      <SweepToolbar name="sweep" start={words.start(planned)}>
        <ParameterField name="levels" />
        <ParameterField name="seeds" />
        <ParameterField name="sweepscale" />
      </SweepToolbar>
      {drawn && (
        <Rest used={toolbarHeight}>
          <figure className="panel">
            <PickableFigure
              chart={sweepChart}
              data={shown}
              height={height}
              onPoint={(index) => setHighlight(index ?? undefined)}
              onOpen={open}
              points={{ label: words.points, rows: [row] }}
            />
          </figure>
        </Rest>
      )}
    </>
  );
}
