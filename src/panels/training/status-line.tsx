import { textWidth } from '../../charts/kit/text-width';
import { sizeClass } from '../../training/backend-choice';
import { frameOf } from '../../store/views/shown-frame';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { hundredths, loss } from '../../strings/numbers';
import { Outcome } from './outcome';

/** Step, loss, accuracies and backend of the frame that is shown. */
export function StatusLine() {
  const { training: words, problems } = useStrings();
  const { metrics } = words;
  const latest = useAppState(frameOf);
  const backend = useAppState((state) => state.run.backend);
  const device = useAppState((state) => state.run.device);
  const reason = useAppState(({ choice, experiment, run }) =>
    choice?.sizeClass === sizeClass(experiment) && experiment.backend === 'auto' && choice.winner === run.backend
      ? choice.reason
      : null,
  );
  const progress = useAppState((state) => state.run.progress);
  const steps = useAppState((state) => state.experiment.steps);
  return (
    <div className="status">
      <h2>{words.label}</h2>
      <dl className="now">
        <Item
          name={metrics.step}
          value={latest ? words.stepOf(latest.step, steps) : '–'}
          id="step"
          width={figures(words.stepOf(steps, steps))}
        />
        <Item name={metrics.loss} value={latest ? loss(latest.loss) : '–'} id="loss" />
        <Item
          name={metrics.test}
          value={latest?.testAccuracy == null ? '–' : hundredths(latest.testAccuracy)}
          id="test-accuracy"
        />
      </dl>
      <div className="beside">
        <dl>
          <Item name={metrics.train} value={latest ? hundredths(latest.trainAccuracy) : '–'} id="train-accuracy" />
          <Item
            name={metrics.on}
            value={backend ? words.on(backend, device) : '–'}
            id="backend"
            note={reason ? problems.reason(reason) : ''}
          />
        </dl>
        <Steps />
        {progress !== null && <progress value={progress} aria-label={words.batch} />}
        <Outcome />
      </div>
    </div>
  );
}

/** What a visitor does seldom: a step by hand, and other images and filters. */
function Steps() {
  const app = useApp();
  const { step, newSeed } = useStrings().transport;
  const can = useAppState(({ run }) => run.cursor !== null || run.status === 'paused' || run.status === 'training');
  return (
    <div className="by-hand">
      <button type="button" className="quiet" disabled={!can} onClick={() => app.step()}>
        {step}
      </button>
      <button type="button" className="quiet" onClick={() => app.newSeed()}>
        {newSeed}
      </button>
    </div>
  );
}

/** Room for a text, in figures; a little more, as fonts differ. */
const figures = (text: string) => Math.ceil(textWidth(text, 1) / textWidth('0', 1)) + 1;

function Item({
  name,
  value,
  id,
  note = '',
  width = 4,
}: {
  name: string;
  value: string;
  id: string;
  note?: string;
  width?: number;
}) {
  // Room for the longest value, so that what follows stands still while it counts.
  return (
    <div>
      <dt>{name}</dt>
      <dd translate="no" data-metric={id} style={{ minWidth: `${width}ch` }}>
        {value}
      </dd>
      {note && <dd className="note">· {note}</dd>}
    </div>
  );
}
