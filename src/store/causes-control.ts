import { sameScience } from '../experiment/science';
import { decideCauses, type CausesMemory } from './causes-decision';
import { bearsOnDrawing } from './curve-decision';
import type { Device } from './device';
import { drawn } from './drawn';
import type { Clock } from './run/clock';
import type { Runs } from './runs';
import type { CausesState } from './state';
import type { SliceStore } from './store';
import { causesBase } from './views/causes';
import { lineText } from './views/known';

export interface CausesControl {
  /** The visitor wants all variants measured, whatever it costs; goes on where it was stopped or failed. */
  start(): void;
  stop(): void;
  /** Goes on by itself where it failed. */
  retry(): void;
}

/** Settings have rested when nothing has changed for so long, in ms: longer than a curve waits for. */
const rest = 400;

/** Measures the variants of what the page shows, behind everything else: what is made when is decided in `decideCauses`. */
export function createCausesControl(
  store: SliceStore<'causes'>,
  runs: Runs,
  clock: Pick<Clock, 'after'>,
  device: Device,
): CausesControl {
  const first: CausesMemory = { rested: true, asked: null, stopped: null, failed: null, begun: null };
  const drawing = drawn<CausesState, CausesMemory>(
    { read: () => store.getState().causes, write: (causes) => store.setState({ causes }) },
    (wishes, onFailure) => runs.want('causes', wishes, onFailure),
    first,
    () => look(),
  );
  const { note, remember, set } = drawing;
  let forget = () => {};
  const lineNow = () => lineText(causesBase(store.getState()));

  const look = () => {
    const state = store.getState();
    const line = lineNow();
    const { status, wishes } = decideCauses(state, drawing.memory, {
      hidden: device.hidden(),
      saving: device.saving(),
    });
    if (status === 'running') note({ begun: line });
    // As long as one of its variants is shown, they are this one's.
    if (status === 'running' || status === 'ready') set({ base: causesBase(state) });
    set(status === 'failed' ? { status } : { status, failure: null });
    const list = wishes.map(({ experiment }) => `${lineText(experiment)} ${experiment.sigma}`).join('|');
    drawing.want(line, list, wishes);
  };

  look();
  store.subscribe((state, before) => {
    if (state.experiment !== before.experiment && !sameScience(state.experiment, before.experiment)) {
      note({ rested: false });
      forget();
      forget = clock.after(rest, () => remember({ rested: true }));
    }
    if (bearsOnDrawing(state, before) || state.curve.status !== before.curve.status) look();
  });
  device.onChange(look);

  return {
    start: () => remember({ asked: lineNow(), stopped: null, failed: null }),
    stop: () => remember({ asked: null, stopped: lineNow() }),
    retry: () => remember({ failed: null }),
  };
}
