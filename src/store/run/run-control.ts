import type { Problem } from '../../problems/problem';
import { backendCandidates, sizeClass } from '../../training/backend-choice';
import { hasDiverged, isFinitePoint } from '../../training/divergence';
import { SupersededError, type Caller } from '../../training/protocol';
import type { Snapshot } from '../../training/snapshot';
import type { Backend } from '../../training/trainer';
import { chaseBudget, fullRecord, nextBatch, replayBatch } from './batch';
import type { Clock } from './clock';
import { thinFrames } from './thin-frames';
import { isCoarse, recordAgain } from './record-again';
import { createRecovery } from './recovery';
import type { RunState } from '../state';
import type { SliceStore } from '../store';

/** A call that a newer run waits for longer than this, in ms, is given up with its worker. */
const patience = 250;
/** A run with less than this left, in ms, is not moved to another backend; one that took longer is not made again. */
const longRun = 2000;
/** The page is left alone this long, in ms, before a run is recorded again. */
const quiet = 400;

export interface RunControl {
  /** Begins the current experiment anew, from the same seed. `chase`: a slider is moving, show converged frames. */
  begin(options?: { chase?: boolean; toStep?: number }): void;
  play(): void;
  pause(): void;
  /** Makes `count` steps and pauses. */
  step(count: number): void;
  /** Trains on to a step that is still to come, without frames in between. */
  goTo(step: number): void;
  /** The page went out of sight or came back: see `Presence`. Back in sight the run goes on at the same step. */
  attend(): void;
  /** A race has a winner: moves a run that still has long to go there, or warms it up once the run has ended. */
  reconsider(): void;
}

/**
 * Drives one run: asks the engine for batches, one at a time, at most one a frame, and writes what comes back into the
 * store. A newer experiment replaces an older one between two batches; a batch that takes long is given up. Where motion
 * is not wanted, a run goes to its end without frames on the way.
 */
export function createRunControl(
  store: SliceStore<'run' | 'notices'>,
  caller: Caller,
  clock: Clock,
  motionUnwanted: () => boolean,
): RunControl {
  let stale = true;
  let pumping = false;
  let seek = 0; // step to reach at once, without frames in between
  let single = 0; // steps asked for by hand
  let chaseNext = false; // a slider is moving: the next run is one to chase with
  let chasing = false; // the current run is: begun and shown as one, also when a newer one is already due
  let begun = false; // the current run's first frame is known
  let reached = 0; // last step of the current run
  let cut = -1; // step between two points of the curve, where a batch was out of time
  let held = -1; // step that the worker has it at; −1 after the worker was released
  let interrupt = () => {}; // ends the wait for a frame
  let first: Snapshot | null = null; // frame of step 0 of the current run
  let of: Pick<RunState, 'signal' | 'experiment'> = { signal: null, experiment: null }; // its signal span, and what it is a run of
  let good: Snapshot | null = null; // last finite frame of the current run, whether it was shown or not
  let callsUnderWay = 0,
    callsMade = 0;
  let cold = false; // a race was won by a backend that has not run yet
  let msPerStep = 0,
    overhead = 0;
  let again: ReturnType<typeof setTimeout> | undefined; // until the run is recorded again
  let coarse = false; // the page has been left alone since it ended, with few points on its curve

  const recovery = createRecovery();
  const run = () => store.getState().run;
  const set = (patch: Partial<RunState>) => store.setState(({ run: old }) => ({ run: { ...old, ...patch } }));
  const notify = (problem: Problem) =>
    store.setState(({ notices }) => ({
      notices: [...notices.filter(({ field }) => field !== 'backend'), { field: 'backend', problem }],
    }));
  const call: Caller['call'] = async (method, params) => {
    callsUnderWay += 1;
    callsMade += 1;
    try {
      return await caller.call(method, params, (progress) => {
        if (!stale) set({ progress });
      });
    } finally {
      callsUnderWay -= 1;
    }
  };
  const resting = () => (run().playing ? 'training' : 'paused');
  const nextBackend = (): Backend | undefined => {
    const { experiment, choice } = store.getState();
    const winner = choice?.sizeClass === sizeClass(experiment) ? choice.winner : null;
    return backendCandidates(experiment.backend, winner).find((backend) => !recovery.refused.has(backend));
  };

  async function pump(): Promise<void> {
    if (pumping) return;
    pumping = true;
    try {
      for (;;) {
        try {
          const { presence } = store.getState();
          // Out of sight only the first frame is made, so that there is a figure to show.
          if (stale && !chasing && presence !== 'released') await start();
          else if (presence !== 'shown') return;
          else if (run().status === 'training' || seek > 0 || single > 0)
            await (held < reached ? makeAgain() : advance());
          else if (coarse && run().status === 'finished') await record();
          else if (cold && run().status === 'finished') await warm();
          else return;
        } catch (error) {
          chasing = false;
          if (!recover(error)) return;
        }
      }
    } finally {
      pumping = false;
    }
  }

  /** Beside a run that has ended, where nobody waits. A failure shows when a run is to start there. */
  async function warm(): Promise<void> {
    cold = false;
    const backend = nextBackend();
    if (backend && backend !== run().backend)
      await call('warm', { experiment: store.getState().experiment, backend }).catch(() => null);
  }

  async function start(): Promise<void> {
    stale = begun = false;
    reached = 0;
    held = -1;
    const { experiment } = store.getState();
    const backend = nextBackend();
    if (!backend) return fail({ kind: 'no-backend' });
    chasing = chaseNext && run().playing && seek === 0;
    chaseNext = false;
    set({ status: chasing ? 'training' : 'loading', progress: null, failure: null });
    const started = await call('start', { experiment, backend });
    if (stale && !chasing) return;
    begun = true;
    held = 0;
    first = good = started.snapshot;
    of = { signal: started.signal, experiment };
    set({
      backend,
      device: started.device,
      progress: null,
      status: seek > 0 ? 'loading' : resting(),
      // While a slider moves, the last converged frame stays until the next one is there.
      ...(chasing ? {} : { initial: started.snapshot, history: [started.snapshot], ...of }),
      ...(chasing || seek > 0 ? {} : { latest: started.snapshot }),
    });
  }

  async function advance(): Promise<void> {
    const { experiment, speed } = store.getState();
    const at = reached;
    const chase = chasing;
    if (seek === 0 && !chase && run().status === 'training' && motionUnwanted()) seek = experiment.steps;
    if (seek === 0 && !(chase && at === 0)) {
      await nextFrame();
      if (stale) chasing = false;
      if (
        stale ||
        held < reached ||
        store.getState().presence !== 'shown' ||
        (run().status !== 'training' && single === 0)
      )
        return;
    }
    const batch = nextBatch({ steps: experiment.steps, at, seek, single, chase, speed, overhead });
    if (batch.steps <= 0) {
      seek = single = 0;
      return finish();
    }
    const byHand = seek === 0 && single > 0,
      seeking = seek > 0;
    const began = clock.now();
    const { trail, snapshot, msPerStep: pace } = await call('advance', batch);
    // A run begun under a moving slider ends as it began, unless a newer experiment is due.
    if (stale) chasing = false;
    if (stale && !chase) return;
    const last = trail.at(-1)!;
    reached = held = last.step;
    msPerStep = pace;
    overhead = Math.max(0, clock.now() - began - pace * (reached - at));
    // Paused on the way, a replay has arrived where it is.
    const arrived = seeking && reached >= seek;
    if (arrived) seek = 0;
    // Steps asked for while these were made, or while a replay was under way, are still to come.
    if (byHand) single = Math.max(0, single - (reached - at));
    recovery.progressed();
    if (isFinitePoint(snapshot)) good = snapshot;
    // Under a moving slider nothing of a run is shown before its first batch is.
    const before = chase && at === 0 ? [first!] : at === cut ? run().history.slice(0, -1) : run().history;
    cut = seeking && !arrived && reached % fullRecord(experiment.steps) !== 0 ? reached : -1;
    const history = thinFrames([...before, ...trail.filter(isFinitePoint)]);
    const diverged = hasDiverged([...before, ...trail]);
    set({
      history,
      progress: null,
      latest: good,
      ...(chase ? { initial: first, ...of } : {}),
      ...(diverged ? { status: 'diverged' } : arrived ? { status: resting() } : {}),
    });
    if (diverged) {
      chasing = false;
      seek = single = 0;
      return;
    }
    if (reached >= experiment.steps && !stale) finish();
  }

  /** A frame out of sight may never come: the wait ends with the page's presence too. */
  function nextFrame(): Promise<void> {
    return new Promise((resolve, reject) => {
      interrupt = resolve;
      clock.frame().then(resolve, reject);
    });
  }

  /** What a released worker held: the run up to where it was, which the page shows all the while. */
  async function makeAgain(): Promise<void> {
    if (held < 0) {
      await call('start', { experiment: store.getState().experiment, backend: run().backend! });
      held = 0;
    } else held = (await call('advance', replayBatch(held, reached))).snapshot.step;
    set({ progress: null });
  }

  function finish(): void {
    chasing = false;
    set({ status: 'finished', progress: null });
    const {
      experiment: { steps },
    } = store.getState();
    if (!isCoarse(run().history, steps) || msPerStep * steps > longRun) return;
    again = setTimeout(() => {
      coarse = true;
      void pump();
    }, quiet);
  }

  /** Beside a run that has ended: the curve's other points, and the filters of all of them. */
  async function record(): Promise<void> {
    coarse = false;
    const {
      experiment,
      run: { backend },
    } = store.getState();
    const history = await recordAgain({
      experiment,
      backend: backend!,
      call,
      clock,
      interrupted: () => stale || run().status !== 'finished' || store.getState().presence !== 'shown',
    });
    // Out of sight: once more when it is back.
    coarse = !history && !stale && store.getState().presence !== 'shown';
    if (history) set({ history: thinFrames(history) });
  }

  function fail(failure: Problem): void {
    seek = single = 0;
    set({ status: 'failed', failure, progress: null });
  }

  /** @returns whether to go on. */
  function recover(error: unknown): boolean {
    // Given up with its worker, which nobody sees: what it made is made again when it is wanted.
    if (error instanceof SupersededError && store.getState().presence === 'released') return true;
    // What went wrong in a run that a newer one replaces is not worth a word.
    if (!stale && !(error instanceof SupersededError)) {
      // The same seed gives the same run: replay to where it was, or to where an interrupted replay was going.
      seek = Math.max(seek, reached);
      const { notice, failure } = recovery.from(error, nextBackend, seek);
      if (failure !== undefined) {
        fail(failure);
        return false;
      }
      notify(notice);
    }
    stale = true;
    return true;
  }

  return {
    begin({ chase = false, toStep = 0 } = {}) {
      stale = true;
      clearTimeout(again);
      coarse = false;
      set({ cursor: null, replaying: false });
      seek = toStep;
      single = 0;
      recovery.forget();
      msPerStep = overhead = 0;
      chaseNext = chase;
      if (!chase) chasing = false;
      if (callsUnderWay > 0) {
        const made = callsMade;
        setTimeout(
          () => {
            if (callsUnderWay > 0 && callsMade === made) caller.restart();
          },
          chase ? chaseBudget + patience : patience,
        );
      }
      void pump();
    },
    play() {
      set({ playing: true });
      const { status } = run();
      if (status === 'finished' || status === 'diverged' || status === 'failed') this.begin();
      else if (status === 'paused') {
        set({ status: 'training' });
        void pump();
      }
    },
    pause() {
      set({ playing: false });
      chasing = false;
      seek = 0;
      const between = run().status === 'loading' && !stale && callsUnderWay === 0;
      if (run().status === 'training') set({ status: 'paused' });
      else if (between) set({ status: 'paused', latest: good });
    },
    step(count) {
      this.pause();
      const { status } = run();
      if (status !== 'paused' && status !== 'loading') return;
      single += count;
      void pump();
    },
    goTo(step) {
      const { status } = run();
      if (status !== 'training' && status !== 'paused') return;
      seek = Math.max(seek, Math.min(step, store.getState().experiment.steps));
      void pump();
    },
    attend() {
      if (store.getState().presence === 'released') {
        // A run that had shown nothing yet has nothing to go on from.
        if (!begun || chasing) stale = true;
        chasing = false;
        held = -1;
        caller.restart();
      }
      interrupt();
      void pump();
    },
    reconsider() {
      const left = (store.getState().experiment.steps - reached) * msPerStep;
      cold = nextBackend() !== run().backend;
      if (cold && run().status === 'training' && left > longRun) {
        seek = Math.max(seek, reached);
        stale = true;
      }
      void pump();
    },
  };
}
