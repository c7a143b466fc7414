import { useApp, useAppState } from '../../store/use-app';
import { frameOf } from '../../store/views/shown-frame';
import { useStrings } from '../../store/words';
import { useMagnification } from '../../ui/use-magnification';

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
  return (
    <input
      type="range"
      className="scrubber"
      aria-label={name}
      aria-valuetext={describe(shown)}
      min={0}
      max={steps}
      step={1}
      value={shown}
      style={{ left: left - thumb / 2, width: width + thumb, top: top - thumb / 2 }}
      onChange={({ target }) => {
        const wanted = Math.min(Number(target.value), last);
        // Recorded steps may lie further apart than one press of a key.
        if (Math.abs(wanted - shown) === 1) app.nudge(wanted - shown);
        else app.seek(wanted);
      }}
    />
  );
}
