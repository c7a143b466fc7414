import { useMemo, useState } from 'react';
import { collapseChart } from '../../charts/collapse/chart';
import { mapChart } from '../../charts/map/chart';
import type { Cell } from '../../charts/map/data';
import { ParameterField } from '../../controls/parameter-field';
import type { Experiment } from '../../experiment/parameters';
import { isRelevant } from '../../experiment/relevance';
import { mapAxis } from '../../store/views/plans';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { PickableFigure } from '../../ui/pickable-figure';
import { Rest, useRoom } from '../../ui/room';
import { SweepToolbar, toolbarHeight } from '../sweep/sweep-toolbar';
import { useMap } from './view';
import { useVisibleState } from '../../ui/use-visible';

/** The second axes that these images can have. */
function AxisField({ visible }: { visible: boolean }) {
  const app = useApp();
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const { parameters, parameterDocs } = useStrings();
  const { label, values } = parameters.axis;
  const keys = Object.keys(values) as Experiment['axis'][];
  return (
    <label className="field" title={parameterDocs.axis}>
      {label}
      <select
        value={mapAxis(experiment)}
        onChange={({ target }) => app.change({ axis: target.value as Experiment['axis'] })}
      >
        {keys
          .filter((key) => isRelevant(key, experiment))
          .map((key) => (
            <option key={key} value={key}>
              {values[key]}
            </option>
          ))}
      </select>
    </label>
  );
}

const mapHeight = (width: number) => Math.round(Math.min(420, Math.max(280, width * 0.62)));

/** Signal share or test accuracy over noise and a second parameter, and the same points against σ/σ*. */
export function PhaseMap({ visible }: { visible: boolean }) {
  const app = useApp();
  const words = useStrings().map;
  const [highlight, setHighlight] = useState<Cell | undefined>();
  const { map, collapse, runs, factsOf } = useMap(visible);
  // On the page an empty map would be half a screen of nothing.
  const asked = useAppState((state) => state.map.status !== 'empty');
  const room = useRoom();
  const drawn = room !== null || asked;
  const shown = useMemo(() => ({ ...map, highlight }), [map, highlight]);
  const collapsed = useMemo(() => collapse && { ...collapse, highlight }, [collapse, highlight]);
  const point = (cell: Cell | null) => setHighlight(cell ?? undefined);
  const open = (cell: Cell | null) => {
    const run = cell && runs[cell.row]?.[cell.column];
    if (run) app.openRun(run.experiment);
  };
  const pointed = highlight && runs[highlight.row]?.[highlight.column];
  const rows = runs.map((row, r) =>
    row.map((run, c) => run && { label: words.open(factsOf(run)), hit: { row: r, column: c } }),
  );
  return (
    <>
      {room === null && collapse && <p className="legend">{words.lead}</p>}
      <SweepToolbar name="map" start={words.start}>
        <AxisField visible={visible} />
        <ParameterField name="cells" />
      </SweepToolbar>
      {drawn && (
        <Rest used={toolbarHeight}>
          <div className="pair-of-charts">
            <figure className="panel">
              <PickableFigure
                chart={mapChart}
                data={shown}
                height={mapHeight}
                onPoint={point}
                onOpen={open}
                points={{ label: words.cells, upward: true, rows }}
              />
            </figure>
            {collapse && (
              <figure className="panel">
                <ChartFigure chart={collapseChart} data={collapsed} height={mapHeight} onPoint={point} onOpen={open} />
                {rows.flat().every((run) => run === null) && <p className="overlay missing">{collapse.description}</p>}
              </figure>
            )}
          </div>
        </Rest>
      )}
      {drawn && <p className="readout">{pointed ? words.cell(factsOf(pointed)) : ''}</p>}
    </>
  );
}
