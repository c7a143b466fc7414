import { useCallback } from 'react';
import { curveChart } from '../../charts/curve/chart';
import type { CurveData } from '../../charts/curve/data';
import type { Size } from '../../charts/kit/scene';
import type { ChartTheme } from '../../charts/kit/theme';
import { linesChart } from '../../charts/lines/chart';
import type { LinesData } from '../../charts/lines/data';
import { useApp } from '../../store/use-app';
import { ChartFigure } from '../../ui/chart-figure';

const height = () => 118;

export interface LinesProps {
  readonly lines: LinesData;
  /** The curve above, whose axis these share. */
  readonly curve: CurveData;
  onHover(step: number | null): void;
}

/** Quantities against the training step, under the curve of the rank and with the same cursor. */
export function Lines({ lines, curve, onHover }: LinesProps) {
  const app = useApp();
  const fit = useCallback(
    (data: LinesData, size: Size, theme: ChartTheme) => ({ ...data, align: curveChart.margins(curve, size, theme) }),
    [curve],
  );
  const onPoint = (step: number | null, pressed: boolean) => {
    onHover(step);
    if (pressed && step !== null) app.seek(Math.min(step, curve.history.at(-1)?.step ?? 0));
  };
  return (
    <figure className="panel">
      <ChartFigure chart={linesChart} data={lines} height={height} fit={fit} onPoint={onPoint} />
    </figure>
  );
}
