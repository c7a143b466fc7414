import { parameters } from '../experiment/parameters';
import { useApp, useAppState } from '../store/use-app';

/** Only what went wrong: for frames that leave the training panel out. */
export function Trouble() {
  const status = useAppState((state) => state.run.status);
  return status === 'diverged' || status === 'failed' ? <Outcome /> : null;
}

/** What the run is doing, in words, with a way out where it went wrong. Moments are spoken by `Milestones`, these words are not. */
export function Outcome() {
  const app = useApp();
  const run = useAppState((state) => state.run);
  const { lr, steps } = useAppState((state) => state.experiment);
  const step = run.history.at(-1)?.step ?? 0;
  if (run.cursor !== null && run.status !== 'failed') {
    return (
      <div className="outcome">
        <span>{run.replaying ? 'Replaying' : `Looking back at step ${run.cursor}`}</span>
        <button type="button" onClick={() => app.seek(null)}>Back to step {step}</button>
      </div>
    );
  }
  switch (run.status) {
    case 'loading':
      return <p className="outcome">{run.latest ? 'Starting …' : 'Loading …'}</p>;
    case 'training':
      return <p className="outcome">Training</p>;
    case 'paused':
      return <p className="outcome">{step === 0 ? 'Ready: press Play' : 'Paused'}</p>;
    case 'finished':
      return <p className="outcome">Finished: {steps} {steps === 1 ? 'step' : 'steps'} made</p>;
    case 'diverged':
      return (
        <div className="outcome bad" role="alert">
          <span>Diverged by step {step}: the loss is out of bounds and stays there. The last finite frame is shown. Lower the learning rate η/m ({lr} now).</span>
          <button type="button" onClick={() => app.change({ lr: Math.max(parameters.lr.min, Number((lr / 4).toPrecision(2))) })}>Quarter it</button>
        </div>
      );
    case 'failed':
      return (
        <div className="outcome bad" role="alert">
          <span>{run.failure}</span>
          <button type="button" onClick={() => app.reset()}>Try again</button>
        </div>
      );
  }
}
