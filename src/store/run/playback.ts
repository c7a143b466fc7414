import type { Clock } from './clock';
import { indexAt } from '../views/frames';
import { whenShown } from './presence-control';
import type { RunControl } from './run-control';
import type { RunState } from '../state';
import type { SliceStore } from '../store';

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
  let moving = false;
  const state = () => store.getState().run;
  const set = (patch: Partial<RunState>) => store.setState(({ run: old }) => ({ run: { ...old, ...patch } }));

  /** The replay has met the run, which goes on from here where it has not ended. */
  function meet(): void {
    const { status } = state();
    set({ cursor: null, replaying: false });
    if (status === 'paused') run.play();
  }

  async function replay(): Promise<void> {
    if (moving) return;
    moving = true;
    for (;;) {
      await clock.frame();
      await whenShown(store);
      const { cursor, history, replaying } = state();
      if (!replaying || cursor === null) break;
      const { speed, experiment } = store.getState();
      const next = cursor + (speed === 'max' ? Math.max(1, Math.ceil(experiment.steps / fastFrames)) : speed);
      if (next < history.at(-1)!.step) set({ cursor: next });
      else meet();
    }
    moving = false;
  }

  return {
    seek(step) {
      const { history, status } = state();
      const last = history.at(-1)?.step ?? 0;
      if (step !== null && step > last) run.goTo(step);
      if (step === null || step >= last || history.length === 0) return set({ cursor: null, replaying: false });
      // One that is loading would train on behind the cursor.
      if (status === 'training' || status === 'loading') run.pause();
      set({ cursor: history[Math.max(0, indexAt(history, step))]!.step, replaying: false });
    },
    play() {
      if (state().cursor === null) return false;
      if (motionUnwanted()) meet();
      else {
        set({ replaying: true });
        void replay();
      }
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
