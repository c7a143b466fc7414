import { useCallback, useMemo, useState } from 'react';
import { collapsePointAt, drawCollapse } from '../../charts/collapse/chart';
import { drawMap, mapCellAt } from '../../charts/map/chart';
import { ParameterField } from '../../controls/parameter-field';
import type { Experiment } from '../../experiment/parameters';
import { isRelevant } from '../../experiment/relevance';
import { mapAxis } from '../../store/views/plans';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { PanelSection } from '../../ui/panel-section';
import { PointGrid } from '../../ui/point-grid';
import { Rest } from '../../ui/room';
import { SweepToolbar, toolbarHeight } from '../sweep/sweep-toolbar';
import { useMap } from './view';
import { useVisibleState } from '../../ui/use-visible';

/** The second axes that these images can have. */
function AxisField({ visible }: { visible: boolean }) {
  const app = useApp();
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const { label, docs, values } = useStrings().parameters.axis;
  const keys = Object.keys(values) as Experiment['axis'][];
  return (
    <label className="field" title={docs}>
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
export function MapPanel() {
  const synthetic = useAppState((state) => state.experiment.data === 'synthetic');
  const words = useStrings().map;
  return (
    <PanelSection name="map" title={words.title} lead={synthetic ? words.lead : words.leadReal}>
      {(visible) => <PhaseMap visible={visible} />}
    </PanelSection>
  );
}

function PhaseMap({ visible }: { visible: boolean }) {
  const app = useApp();
  const words = useStrings().map;
  const [highlight, setHighlight] = useState<{ row: number; column: number } | undefined>();
  const { map, collapse, runs, factsOf } = useMap(visible);
  const shown = useMemo(() => ({ ...map, highlight }), [map, highlight]);
  const collapsed = useMemo(() => collapse && { ...collapse, highlight }, [collapse, highlight]);
  const open = useCallback(
    (at: { row: number; column: number } | null | undefined) => {
      const run = at && runs[at.row]?.[at.column];
      if (run) app.openRun(run.experiment);
    },
    [app, runs],
  );
  const pointed = highlight && runs[highlight.row]?.[highlight.column];
  const rows = runs.map((row, r) =>
    row.map((run, c) => (run ? { label: words.open(factsOf(run)), onOpen: () => open({ row: r, column: c }) } : null)),
  );
  return (
    <>
      <SweepToolbar name="map" start={words.start}>
        <AxisField visible={visible} />
        <ParameterField name="cells" />
      </SweepToolbar>
      <Rest used={toolbarHeight}>
        <div className="pair-of-charts">
          <figure className="panel">
            <ChartFigure
              data={shown}
              height={mapHeight}
              draw={drawMap}
              numbers={{ kind: 'map', data: map }}
              onPointer={(at, size, theme) =>
                setHighlight((at && mapCellAt(at.x, at.y, map, size, theme)) ?? undefined)
              }
              onClick={(at, size, theme) => open(mapCellAt(at.x, at.y, map, size, theme))}
            />
            <PointGrid label={words.cells} upward rows={rows} onFocus={(cell) => setHighlight(cell ?? undefined)} />
          </figure>
          {collapse && (
            <figure className="panel">
              <ChartFigure
                data={collapsed}
                height={mapHeight}
                draw={drawCollapse}
                numbers={{ kind: 'collapse', data: collapse }}
                onPointer={(at, size, theme) =>
                  setHighlight((at && collapsePointAt(at.x, at.y, collapse, size, theme)) ?? undefined)
                }
                onClick={(at, size, theme) => open(collapsePointAt(at.x, at.y, collapse, size, theme))}
              />
              {rows.flat().every((run) => run === null) && <p className="overlay missing">{collapse.description}</p>}
            </figure>
          )}
        </div>
      </Rest>
      <p className="readout">{pointed ? words.cell(factsOf(pointed)) : ''}</p>
    </>
  );
}
