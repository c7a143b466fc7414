import { isUnderWay } from '../views/status';
import type { AppState, RunState } from '../state';
import type { SliceStore } from '../store';
import { indexAt } from '../views/frames';
import type { Clock } from './clock';
import { comes, createLoop } from './loop';
import type { RunControl } from './run-control';

/** A replay at full speed takes this many frames. */
const fastFrames = 60;

/** Moves the cursor over what a run has recorded: by hand, or by itself until it meets the run. */
export interface Playback {
  /** Shows a recorded step; one that is still to come is trained to; null goes back to the newest. */
  seek(step: number | null): void;
  /** Plays from the cursor; where motion is not wanted, goes to the newest at once. @returns false where there is none: the run itself is to go on. */
  play(): boolean;
  /** Stops where it is. @returns false where nothing is replayed: the run itself is to pause. */
  pause(): boolean;
  /** Moves the cursor by so many recorded steps, from the newest where there is none. */
  nudge(count: number): void;
}

export function createPlayback(
  store: SliceStore<'run'>,
  clock: Clock,
  run: Pick<RunControl, 'play' | 'pause' | 'goTo'>,
  motionUnwanted: () => boolean,
): Playback {
  const state = () => store.getState().run;
  const set = (patch: Partial<RunState>) => store.setState(({ run: old }) => ({ run: { ...old, ...patch } }));

  /** The replay has met the run, which goes on from here where it has not ended. */
  function meet(): void {
    const { status } = state();
    set({ cursor: null, replaying: false });
    if (status === 'paused') run.play();
  }

  const { poke } = createLoop(
    () => nextCursor(store.getState()),
    async (_, poked) => {
      if (!(await comes(clock.frame(), poked))) return;
      // As it is after the frame.
      const next = nextCursor(store.getState());
      if (next === 'met') meet();
      else if (next !== null) set({ cursor: next });
    },
  );
  store.subscribe(({ presence, run: { replaying } }, before) => {
    if (replaying !== before.run.replaying || presence !== before.presence) poke();
  });

  return {
    seek(step) {
      const { history, status } = state();
      const last = history.at(-1)?.step ?? 0;
      if (step !== null && step > last) run.goTo(step);
      if (step === null || step >= last || history.length === 0) return set({ cursor: null, replaying: false });
      // One that is loading would train on behind the cursor.
      if (isUnderWay({ status })) run.pause();
      set({ cursor: history[Math.max(0, indexAt(history, step))]!.step, replaying: false });
    },
    play() {
      if (state().cursor === null) return false;
      if (motionUnwanted()) meet();
      else set({ replaying: true });
      return true;
    },
    pause() {
      if (!state().replaying) return false;
      set({ replaying: false });
      return true;
    },
    nudge(count) {
      const { cursor, history } = state();
      const at = cursor === null ? history.length - 1 : indexAt(history, cursor);
      this.seek(history[Math.max(0, at + count)]?.step ?? null);
    },
  };
}

/** Where the cursor of a replay is at the next frame; null where nothing is replayed, or seen. */
function nextCursor({ run, experiment, speed, presence }: AppState): number | 'met' | null {
  const { cursor, history, replaying } = run;
  if (!replaying || cursor === null || presence !== 'shown') return null;
  const next = cursor + (speed === 'max' ? Math.max(1, Math.ceil(experiment.steps / fastFrames)) : speed);
  return next < (history.at(-1)?.step ?? 0) ? next : 'met';
}
