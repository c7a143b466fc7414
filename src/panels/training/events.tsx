import { useMemo } from 'react';
import { frameOf } from '../../store/views/shown-frame';
import { signalDimensionOf } from '../../store/views/shown-spectrum';
import { recordOf } from '../../store/views/record';
import { runEvents } from '../../store/views/run-events';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';

/** Jumps to the moments that the run itself had. */
export function Events() {
  const app = useApp();
  const words = useStrings().training.moments;
  const record = useAppState(({ run }) => recordOf(run));
  const signalDimension = useAppState(signalDimensionOf);
  const shown = useAppState((state) => (state.run.cursor === null ? null : (frameOf(state)?.step ?? null)));
  const events = useMemo(() => runEvents(record, signalDimension ?? 0), [record, signalDimension]);
  if (events.length === 0) return null;
  return (
    <ul className="events" aria-label={words.label}>
      {events.map(({ step, moment }) => {
        const text = words.text(moment);
        return (
          <li key={text}>
            <button type="button" className="secondary" aria-pressed={step === shown} onClick={() => app.seek(step)}>
              {words.jump(text, step)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
