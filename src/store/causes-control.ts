import { sameScience } from '../experiment/science';
import { decideCauses, type CausesMemory } from './causes-decision';
import { bearsOnDrawing } from './curve-decision';
import type { Device } from './device';
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
  let memory: CausesMemory = { rested: true, asked: null, stopped: null, failed: null, begun: null };
  let wanted = '';
  let forget = () => {};

  const set = (patch: Partial<CausesState>) => {
    const { causes } = store.getState();
    if (Object.entries(patch).some(([key, value]) => causes[key as keyof CausesState] !== value))
      store.setState({ causes: { ...causes, ...patch } });
  };
  const lineNow = () => lineText(causesBase(store.getState()));

  const look = () => {
    const state = store.getState();
    const line = lineNow();
    const { status, wishes } = decideCauses(state, memory, { hidden: device.hidden(), saving: device.saving() });
    if (status === 'running' && memory.begun !== line) memory = { ...memory, begun: line };
    // As long as one of its variants is shown, they are this one's.
    if (status === 'running' || status === 'ready') set({ base: causesBase(state) });
    set(status === 'failed' ? { status } : { status, failure: null });
    const list = wishes.map(({ experiment }) => `${lineText(experiment)} ${experiment.sigma}`).join('|');
    if (list === wanted) return;
    wanted = list;
    runs.want('causes', wishes, (failure) => {
      wanted = '';
      set({ failure });
      remember({ failed: line });
    });
  };
  const remember = (patch: Partial<CausesMemory>) => {
    memory = { ...memory, ...patch };
    look();
  };

  look();
  store.subscribe((state, before) => {
    if (state.experiment !== before.experiment && !sameScience(state.experiment, before.experiment)) {
      memory = { ...memory, rested: false };
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
