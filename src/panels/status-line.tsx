import { backendLabel, sizeClass } from '../training/backend-choice';
import { frameOf } from '../store/derived';
import { useAppState } from '../store/use-app';
import { Outcome } from './outcome';

/** Step, loss, accuracies and backend of the frame that is shown. */
export function StatusLine() {
  const latest = useAppState(frameOf);
  const backend = useAppState((state) => state.run.backend);
  const device = useAppState((state) => state.run.device);
  const reason = useAppState(({ choice, experiment, run }) => (choice?.sizeClass === sizeClass(experiment) && experiment.backend === 'auto' && choice.winner === run.backend ? choice.reason : ''));
  const progress = useAppState((state) => state.run.progress);
  const steps = useAppState((state) => state.experiment.steps);
  return (
    <div className="status">
      <h2>Training</h2>
      <dl>
        <Item name="step" value={latest ? `${latest.step} of ${steps}` : '–'} id="step" width={2 * String(steps).length + 4} />
        <Item name="loss" value={latest ? formatLoss(latest.loss) : '–'} id="loss" />
        <Item name="training accuracy" value={latest ? latest.trainAccuracy.toFixed(2) : '–'} id="train-accuracy" />
        <Item name="test accuracy" value={latest?.testAccuracy == null ? '–' : latest.testAccuracy.toFixed(2)} id="test-accuracy" />
        <Item name="on" value={backend ? backendLabel(backend) + (device ? ` (${device})` : '') : '–'} id="backend" note={reason} />
      </dl>
      {progress !== null && <progress value={progress} aria-label="Share of this batch of steps that is done" />}
      <Outcome />
    </div>
  );
}

function Item({ name, value, id, note = '', width = 4 }: { name: string; value: string; id: string; note?: string; width?: number }) {
  // Room for the longest value, so that what follows stands still while it counts.
  return <div><dt>{name}</dt><dd data-metric={id} style={{ minWidth: `${width}ch` }}>{value}</dd>{note && <dd className="note">· {note}</dd>}</div>;
}

export function formatLoss(loss: number): string {
  return loss >= 0.001 || loss === 0 ? loss.toFixed(3) : loss.toExponential(1);
}
