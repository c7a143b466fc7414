import { useMemo, useRef } from 'react';
import type { LinesData } from '../../charts/lines/data';
import { frameOf } from '../../store/views/shown-frame';
import { useStrings } from '../../store/words';
import { useVisible, useVisibleState } from '../../ui/use-visible';
import { Closer } from './closer';
import { Lines, type LinesProps } from './lines';

/** Loss and accuracies against the training step, under the curve of the rank and with the same cursor. */
export default function TimeCharts({ curve, onHover }: Omit<LinesProps, 'lines'>) {
  const box = useRef<HTMLDivElement>(null);
  const visible = useVisible(box);
  const history = useVisibleState(visible, (state) => state.run.history);
  const steps = useVisibleState(visible, (state) => state.experiment.steps);
  const cursor = useVisibleState(visible, (state) => frameOf(state)?.step);
  const { loss: lossWords, accuracy: accuracyWords, origin } = useStrings().training;
  const loss = useMemo((): LinesData => {
    const last = history.at(-1);
    return {
      series: [
        {
          key: 'loss',
          label: lossWords.line,
          role: 'ink',
          emphasis: true,
          points: history.map(({ step, loss: value }) => ({ step, value })),
        },
        {
          key: 'test',
          label: lossWords.test,
          role: 'muted',
          dash: 'dashed',
          emphasis: true,
          points: history.flatMap(({ step, testLoss }) => (testLoss === null ? [] : [{ step, value: testLoss }])),
        },
      ],
      steps,
      origin,
      cursor,
      scale: 'log',
      caption: lossWords.caption,
      name: lossWords.name,
      description: lossWords.description(
        last ? { first: history[0]!.loss, last: last.loss, test: last.testLoss, step: last.step } : null,
      ),
    };
  }, [history, steps, cursor, lossWords, origin]);
  const accuracy = useMemo((): LinesData => {
    const last = history.at(-1);
    const test = history.flatMap(({ step, testAccuracy }) =>
      testAccuracy === null ? [] : [{ step, value: testAccuracy }],
    );
    return {
      series: [
        {
          key: 'train',
          label: accuracyWords.train,
          role: 'muted',
          dash: 'dashed',
          emphasis: true,
          points: history.map(({ step, trainAccuracy: value }) => ({ step, value })),
        },
        { key: 'test', label: accuracyWords.test, role: 'ink', emphasis: true, points: test },
      ],
      steps,
      origin,
      cursor,
      scale: 'linear',
      domain: [0, 1],
      caption: accuracyWords.caption,
      name: accuracyWords.name,
      description: accuracyWords.description(
        last ? { step: last.step, train: last.trainAccuracy, test: last.testAccuracy } : null,
      ),
    };
  }, [history, steps, cursor, accuracyWords, origin]);
  return (
    <div ref={box} className="time-charts">
      <Lines lines={loss} curve={curve} onHover={onHover} />
      <Lines lines={accuracy} curve={curve} onHover={onHover} />
      <Closer curve={curve} onHover={onHover} />
    </div>
  );
}
