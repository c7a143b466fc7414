import { useCallback, useState } from 'react';
import { Late } from '../../ui/late';
import { late } from '../../ui/late-part';
import { curveChart } from '../../charts/curve/chart';
import type { Size } from '../../charts/kit/scene';
import type { ChartTheme } from '../../charts/kit/theme';
import { useApp } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { ChartFigure } from '../../ui/chart-figure';
import { Events } from './events';
import { usePanelMark } from '../../ui/panel-mark';
import { Rest, useExtras, useRoom } from '../../ui/room';
import { Scrubber } from './scrubber';
import { StatusLine } from './status-line';
import { useCurve, useDescription } from './view';

/** Below the fold, and not waited for. */
const TimeCharts = late(() => import('./time-charts'));

/** Of the status line in a frame, where it has one row. */
const statusHeight = 26;
const height = (width: number) => (width < 560 ? 140 : 112);

/** What the run is doing, and the filters' rank against the training step, with the cursor that moves every panel. */
export default function TrainingPanel() {
  const status = useExtras();
  const room = useRoom();
  const app = useApp();
  const curve = useCurve();
  const describe = useDescription();
  const words = useStrings().training;
  const [hovered, setHovered] = useState<number | null>(null);
  const onPoint = (step: number | null, pressed: boolean) => {
    setHovered(step);
    if (pressed && step !== null) app.seek(Math.min(step, curve.history.at(-1)?.step ?? 0));
  };
  const overlay = useCallback(
    (size: Size, theme: ChartTheme) => {
      const { left, right, y } = curveChart.track(curve, size, theme);
      return <Scrubber left={left} width={right - left} top={y} describe={describe} />;
    },
    [curve, describe],
  );
  return (
    <section className="training" aria-label={words.label} {...usePanelMark('training')}>
      {status && <StatusLine />}
      <Rest used={status ? statusHeight : 0}>
        <figure className="panel">
          <ChartFigure chart={curveChart} data={curve} height={height} onPoint={onPoint} overlay={overlay} />
        </figure>
      </Rest>
      {room === null && (
        <>
          <p className="readout" aria-hidden="true">
            {hovered === null || curve.history.length === 0 ? '' : describe(hovered)}
          </p>
          <div className="events-place">
            <Events />
          </div>
          <Late>
            <TimeCharts curve={curve} onHover={setHovered} />
          </Late>
        </>
      )}
    </section>
  );
}
