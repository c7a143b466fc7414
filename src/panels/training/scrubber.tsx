import { useRef } from 'react';
import { shareOfStep, stepAtShare } from '../../charts/kit/scales';
import { useApp, useAppState } from '../../store/use-app';
import { frameOf } from '../../store/views/shown-frame';
import { useStrings } from '../../store/words';
import { useMagnification } from '../../ui/use-magnification';

/** The track in so many parts: steps are not evenly spaced on it. */
const parts = 1000;

/** A native range over the track of a time chart: mouse, touch and keys move every panel to a recorded step. */
export function Scrubber({
  left,
  width,
  top,
  describe,
}: {
  left: number;
  width: number;
  top: number;
  describe(step: number): string;
}) {
  const app = useApp();
  const name = useStrings().training.scrubber;
  const steps = useAppState((state) => state.experiment.steps);
  const shown = useAppState((state) => frameOf(state)?.step ?? 0);
  const last = useAppState((state) => state.run.history.at(-1)?.step ?? 0);
  // The thumb's middle runs from end to end of the track.
  const thumb = 24 * useMagnification();
  const held = useRef(false);
  const place = Math.round(parts * shareOfStep(shown, steps));
  return (
    <input
      type="range"
      className="scrubber"
      aria-label={name}
      aria-valuetext={describe(shown)}
      min={0}
      max={parts}
      step={1}
      value={place}
      style={{ left: left - thumb / 2, width: width + thumb, top: top - thumb / 2 }}
      onChange={({ target }) => {
        const wanted = Number(target.value);
        // A key goes by one part, which is less than a step.
        if (!held.current && Math.abs(wanted - place) === 1) app.nudge(wanted - place);
        else app.seek(Math.min(Math.round(stepAtShare(wanted / parts, steps)), last));
      }}
      onPointerDown={() => (held.current = true)}
      onPointerUp={() => (held.current = false)}
      onPointerCancel={() => (held.current = false)}
    />
  );
}
