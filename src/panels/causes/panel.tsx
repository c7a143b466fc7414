import { useMemo, useState } from 'react';
import { causesChart } from '../../charts/causes/chart';
import type { CausePlace } from '../../charts/causes/data';
import { causesColumns } from '../../charts/causes/frame';
import { lightTheme } from '../../charts/kit/theme';
import { spokenLevel, type Causes } from '../../store/views/causes';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { PickableFigure } from '../../ui/pickable-figure';
import { Rest, useRoom } from '../../ui/room';
import { Marked } from '../../ui/marked';
import { useMagnification } from '../../ui/use-magnification';
import { useViewportWidth } from '../../ui/use-viewport';
import { useWatch } from '../../ui/use-watch';
import './causes.css';
import { CausesToolbar, toolbarHeight } from './toolbar';
import { causeFacts, runFacts, useCauses } from './view';

const words = 92,
  most = 12;
/** Of one of the multiples: on a phone there are many rows. */
const cellHeight = (columns: number) => (columns > 2 ? 140 : 116);
/** As high as the rows that the multiples take. */
function height(width: number): number {
  const columns = causesColumns(width, lightTheme.fontSize.label);
  return words + cellHeight(columns) * Math.ceil(most / columns);
}

/** Whether anything is measured of the variants, or is being: the usual network's curve is known from the first figure. */
const begun = ({ status, rows }: Causes) =>
  status === 'running' || rows.some(({ name, points }) => name !== 'usual' && points.some((point) => point !== null));

/** The first figure's curve for each variant of network and training, and what came of it in a sentence. */
export function WhatCauses({ visible }: { visible: boolean }) {
  const app = useApp();
  useWatch('causes', visible);
  const strings = useStrings().causes;
  const { causes, chart, notion, named } = useCauses(visible);
  const [highlight, setHighlight] = useState<CausePlace | undefined>();
  const shown = useMemo(() => ({ ...chart, highlight }), [chart, highlight]);
  const room = useRoom();
  // On the page an empty figure would be half a screen of nothing; one that was there stays, also where measuring rests.
  const [drawnFor, setDrawnFor] = useState<Causes['base'] | null>(null);
  if (begun(causes) && drawnFor !== causes.base) setDrawnFor(causes.base);
  const drawn = room !== null || drawnFor === causes.base;
  const magnification = useMagnification(),
    viewport = useViewportWidth() / magnification;
  const at = (place: CausePlace | null | undefined) => (place ? causes.rows[place.row]?.points[place.column] : null);
  const told = (place: CausePlace) =>
    strings.run(strings.names[causes.rows[place.row]!.name], named, runFacts(at(place)!, notion));
  const open = (place: CausePlace | null) => {
    const run = at(place);
    if (run) app.openRun(run.experiment);
  };
  const rows = causes.rows.map(({ points }, row) =>
    points.map((point, column) => {
      const hit = { row, column };
      return point && { label: strings.open(told(hit)), hit };
    }),
  );
  // In a frame that there is nothing left to do need not be said.
  const toolbar = room === null || causes.status !== 'ready';
  return (
    <>
      {toolbar && <CausesToolbar causes={causes} />}
      {drawn && (
        <Rest used={toolbar ? toolbarHeight : 0}>
          <figure className="panel">
            <PickableFigure
              chart={causesChart}
              data={shown}
              // Before it is laid out it is as wide as the screen, about.
              height={(width) => height(width || viewport)}
              onPoint={(place) => setHighlight(place ?? undefined)}
              onOpen={open}
              points={{ label: strings.runs, rows }}
            />
          </figure>
        </Rest>
      )}
      {room === null && drawn && (
        <>
          <p className="readout" aria-hidden="true">
            {highlight && at(highlight) ? told(highlight) : ''}
          </p>
          <details className="fold">
            <summary>{strings.table.label}</summary>
            <table className="table causes">
              <thead>
                <tr>
                  <th scope="col">{strings.table.variant}</th>
                  <th scope="col">{strings.table.found}</th>
                </tr>
              </thead>
              <tbody>
                {causes.rows.map((cause) => {
                  const name = strings.names[cause.name];
                  const run = cause.points[spokenLevel];
                  const said = strings.tell(causeFacts(cause, causes, notion, named));
                  return (
                    <tr key={cause.name} data-cause={cause.name}>
                      <th scope="row">
                        {run ? (
                          <button
                            type="button"
                            className="text-link"
                            title={strings.openVariant(name)}
                            onClick={() => app.openRun(run.experiment)}
                          >
                            {name}
                          </button>
                        ) : (
                          name
                        )}
                      </th>
                      <td className={said ? undefined : 'pending'}>
                        {said ? <Marked text={said} /> : strings.pending}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </details>
        </>
      )}
    </>
  );
}
