import { useCallback, useMemo, useRef } from 'react';
import { curveMargins, type CurveData } from '../charts/curve-chart';
import { drawLines, linesStepAt, type LinesData } from '../charts/lines-chart';
import type { Size } from '../charts/scene';
import type { ChartTheme } from '../charts/theme';
import { frameOf } from '../store/derived';
import { useApp } from '../store/use-app';
import { ChartFigure, type PointerAt } from './chart-figure';
import { useVisible, useVisibleState } from './use-visible';

const height = () => 118;

interface Props {
  /** The curve above, whose axis these share. */
  readonly curve: CurveData;
  onHover(step: number | null): void;
}

/** Loss and accuracies against the training step, under the curve of the rank and with the same cursor. */
export default function TimeCharts({ curve, onHover }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const visible = useVisible(box);
  const history = useVisibleState(visible, (state) => state.run.history);
  const steps = useVisibleState(visible, (state) => state.experiment.steps);
  const cursor = useVisibleState(visible, (state) => frameOf(state)?.step);
  const loss = useMemo((): LinesData => {
    const last = history.at(-1);
    return {
      series: [{ key: 'loss', label: 'loss', role: 'ink', emphasis: true, points: history.map(({ step, loss: value }) => ({ step, value })) }],
      steps, cursor, scale: 'log', caption: 'mean logistic loss', name: 'Loss during training',
      description: last ? `The loss is ${history[0]!.loss.toPrecision(2)} at the start and ${last.loss.toPrecision(2)} at step ${last.step}.` : 'Training has not started.',
    };
  }, [history, steps, cursor]);
  const accuracy = useMemo((): LinesData => {
    const last = history.at(-1);
    const test = history.flatMap(({ step, testAccuracy }) => (testAccuracy === null ? [] : [{ step, value: testAccuracy }]));
    return {
      series: [
        { key: 'train', label: 'training', role: 'muted', dash: 'dashed', emphasis: true, points: history.map(({ step, trainAccuracy: value }) => ({ step, value })) },
        { key: 'test', label: 'test', role: 'ink', emphasis: true, points: test },
      ],
      steps, cursor, scale: 'linear', domain: [0, 1], caption: 'accuracy on training and on test images', name: 'Accuracy during training',
      description: last ? `At step ${last.step} the training accuracy is ${last.trainAccuracy.toFixed(2)}${last.testAccuracy === null ? '' : `, the test accuracy ${last.testAccuracy.toFixed(2)}`}.` : 'Training has not started.',
    };
  }, [history, steps, cursor]);
  return (
    <div ref={box} className="time-charts">
      <Lines lines={loss} curve={curve} onHover={onHover} />
      <Lines lines={accuracy} curve={curve} onHover={onHover} />
    </div>
  );
}

function Lines({ lines, curve, onHover }: Props & { lines: LinesData }) {
  const app = useApp();
  const data = useMemo(() => ({ lines, curve }), [lines, curve]);
  const onPointer = useCallback((at: PointerAt | null, size: Size, theme: ChartTheme) => {
    const step = at && linesStepAt(at.x, aligned(data, size, theme), size, theme);
    onHover(step);
    if (at?.pressed && step !== null) app.seek(Math.min(step, curve.history.at(-1)?.step ?? 0));
  }, [app, data, curve, onHover]);
  return <figure className="panel"><ChartFigure data={data} height={height} draw={drawAligned} onPointer={onPointer} numbers={{ kind: 'lines', data: lines }} /></figure>;
}

function aligned({ lines, curve }: { lines: LinesData; curve: CurveData }, size: Size, theme: ChartTheme): LinesData {
  return { ...lines, align: curveMargins(curve, size, theme) };
}

function drawAligned(svg: SVGSVGElement, data: { lines: LinesData; curve: CurveData }, size: Size, theme: ChartTheme): void {
  drawLines(svg, aligned(data, size, theme), size, theme);
}
