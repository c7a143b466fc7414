import { backendsOf, sizeClass } from '../../training/backend-choice';
import type { Caller } from '../../training/protocol';
import { raceBackends } from '../../training/race-backends';
import type { AppState, Choice } from '../state';
import type { Memory } from '../memory';
import type { SliceStore } from '../store';
import { curveGoesFirst } from '../views/curve-cost';
import type { Clock } from './clock';
import { createLoop, passes } from './loop';
import { storedChoices } from './stored-choices';

/** The page is left alone this long, in ms, before a race takes a core. */
const quiet = 700;

/**
 * Races the backends once per size of experiment, off the first frame's path and after the curve, in a worker that ends with
 * it, and keeps the state's choice that of the current experiment. @param caller of its own.
 */
export function createRaceControl(
  store: SliceStore<'choice'>,
  caller: Caller,
  memory: Memory,
  clock: Pick<Clock, 'after'>,
): void {
  const known = new Map(storedChoices(memory.read()).map((choice) => [choice.sizeClass, choice]));

  const { poke } = createLoop(
    () => (isRaceable(store.getState(), known) ? store.getState().experiment : null),
    async (experiment, poked) => {
      if (!(await passes(clock, quiet, poked))) return;
      const size = sizeClass(experiment);
      try {
        const { winner, reason } = await raceBackends(caller, experiment);
        known.set(size, { sizeClass: size, winner, reason });
        memory.write(JSON.stringify([...known.values()]));
      } catch {
        // Without a result the default stays: WebAssembly, then plain TypeScript.
        known.set(size, { sizeClass: size, winner: 'wasm', reason: null });
      }
      caller.restart();
      adopt();
    },
  );
  const adopt = () => {
    const { experiment, run, choice: before } = store.getState();
    // The first frame waits for nothing: it comes from WebAssembly, whatever won at an earlier visit.
    if (experiment.backend !== 'auto' || run.latest === null) return;
    const choice = known.get(sizeClass(experiment));
    if (choice && choice !== before) store.setState({ choice });
  };
  const look = () => {
    adopt();
    poke();
  };
  look();
  store.subscribe((state, before) => {
    if (
      state.experiment !== before.experiment ||
      state.presence !== before.presence ||
      (before.run.status === 'paused' && state.run.status !== 'paused') ||
      (state.data.status === 'ready' && before.data.status !== 'ready') ||
      state.curve.status !== before.curve.status ||
      (state.run.latest && !before.run.latest)
    )
      look();
  });
}

/** A page that is out of sight, or waits to be started, takes no core; while a curve of moments is drawn there is none to spare. */
function isRaceable(state: AppState, known: ReadonlyMap<number, Choice>): boolean {
  const { experiment, run, data, presence } = state;
  if (experiment.backend !== 'auto' || run.latest === null || known.has(sizeClass(experiment))) return false;
  if (!(['webgl', 'wasm'] as const).every((backend) => backendsOf(experiment).includes(backend))) return false;
  const waits = run.status === 'paused' && run.latest.step === 0;
  return data.status === 'ready' && !curveGoesFirst(state) && !waits && presence === 'shown';
}
