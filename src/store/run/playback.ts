import { longestFrame } from './batch';
import { isUnderWay } from '../views/status';
import type { AppState, RunState } from '../state';
import type { SliceStore } from '../store';
import { indexAt } from '../views/frames';
import { frameAfter, type Clock } from './clock';
import { comes, createLoop } from './loop';
import { cursorIn } from './made';
import { stepAfter } from './pace';
import type { RunControl } from './run-control';

/** Moves the cursor over what a run has recorded: by hand, or by itself until it meets the run. */
export interface Playback {
  /** Shows a recorded step; one that is still to come is trained to; null goes back to the newest. */
  seek(step: number | null): void;
  /** Plays from the cursor, or goes to the newest at once. @returns false where there is none: the run itself is to go on. */
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
    () => (isReplayed(store.getState()) ? true : null),
    async (_, poked) => {
      const from = clock.now();
      if (!(await comes(frameAfter(clock, from), poked))) return;
      // As it is after the frame.
      const now = store.getState();
      if (!isReplayed(now)) return;
      const { history, cursor } = now.run;
      const next = stepAfter(cursor!, Math.min(longestFrame, clock.now() - from), now.experiment.steps, now.pace);
      if (now.pace === 'once' || next >= (history.at(-1)?.step ?? 0)) meet();
      else set({ cursor: next });
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
      if (store.getState().pace === 'once') meet();
      else set({ replaying: true });
      return true;
    },
    pause() {
      if (!state().replaying) return false;
      // Between two recorded steps nothing stands still.
      const { cursor, history } = state();
      set({ cursor: cursorIn(history, { cursor, replaying: false }), replaying: false });
      return true;
    },
    nudge(count) {
      const { cursor, history } = state();
      const at = cursor === null ? history.length - 1 : indexAt(history, cursor);
      this.seek(history[Math.max(0, at + count)]?.step ?? null);
    },
  };
}

/** Whether a cursor moves along, and is seen. */
const isReplayed = ({ run: { replaying, cursor }, presence }: AppState) =>
  replaying && cursor !== null && presence === 'shown';
