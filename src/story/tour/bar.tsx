import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Experiment } from '../../experiment/parameters';
import { sameScience } from '../../experiment/science';
import { memo } from '../../store/views/memo';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { plain } from '../../strings/markup';
import { Rich } from '../rich';
import { stepExperiment, tour, type TourStep } from './steps';
import { tourFacts } from './facts';
import { arriveAt, enterStep, forgetStep, leaveUnknown } from './guide';
import { point } from './place';

/** The step of the tour that the link names; a name that there is not is told of, and the tour left. */
export default function TourBar() {
  const app = useApp();
  const name = useAppState(({ experiment }) => experiment.tour);
  const at = tour.findIndex((step) => step.name === name);
  useEffect(() => {
    if (name === '') return;
    if (at < 0) leaveUnknown(app, name);
    else arriveAt(app, tour[at]!);
  }, [app, name, at]);
  useEffect(() => () => forgetStep(app), [app]);
  return at < 0 ? null : <Bar step={tour[at]!} at={at} />;
}

function Bar({ step, at }: { step: TourStep; at: number }) {
  const app = useApp();
  const words = useStrings().tour;
  const next = useRef<HTMLButtonElement>(null);
  const { title } = words.steps[step.name];
  const last = at === tour.length - 1;
  const enter = (to: number) => enterStep(app, tour[to]!);

  useEffect(() => point(step.panels, step.control), [step]);
  // Opened by its button, the tour goes on from there; opened by a link, it leaves the focus where it is.
  useEffect(() => {
    if (document.activeElement?.matches('.tour-button')) next.current!.focus({ preventScroll: true });
  }, []);

  const leave = () => {
    app.leaveTour();
    document.querySelector<HTMLElement>('.tour-button, .transport .primary')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  return (
    // Escape is heard from the buttons within.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="tour-bar" aria-label={words.label} onKeyDown={onKeyDown}>
      <div className="tour-words">
        <h2>
          <span className="tour-count">{words.count(at + 1, tour.length)}</span> {title}
        </h2>
        <Words step={step} onRestore={() => enter(at)} />
      </div>
      <div className="tour-buttons">
        <button type="button" className="secondary" aria-disabled={at === 0} onClick={() => at > 0 && enter(at - 1)}>
          {words.back}
        </button>
        <button ref={next} type="button" className="primary" onClick={() => (last ? leave() : enter(at + 1))}>
          {last ? words.finish : words.next}
        </button>
        <button type="button" className="quiet" onClick={leave}>
          {words.leave}
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {words.arrived(at + 1, tour.length, title)}
      </p>
    </section>
  );
}

/** Whether an experiment is that of a step, in whatever else is seen of it. */
const isAt = memo((experiment: Experiment, step: TourStep) =>
  sameScience(experiment, stepExperiment(experiment, step)),
);

/** What the step says, computed from what the page shows; where the visitor has moved on, a way back. */
function Words({ step, onRestore }: { step: TourStep; onRestore(): void }) {
  const words = useStrings().tour;
  const text = useAppState((state) =>
    isAt(state.experiment, step) ? words.steps[step.name].text(tourFacts(state)) : null,
  );
  if (text === null) {
    return (
      <p className="tour-text">
        {words.changed}{' '}
        <button type="button" className="text-link" onClick={onRestore}>
          {words.restore}
        </button>
      </p>
    );
  }
  return (
    <p className="tour-text" data-text={plain(text)}>
      <Rich text={text} />
    </p>
  );
}
