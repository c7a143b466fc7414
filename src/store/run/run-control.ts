import type { OnProgress } from '../../spectrum/progress';
import type { Advanced, Caller, Method, Started } from '../../training/protocol';
import type { SliceStore } from '../store';
import { begin, goTo, pause, play, reconsider, release, step } from './acts';
import { chaseBudget } from './batch';
import { frameAfter, type Clock } from './clock';
import { decide, type Asking, type Job } from './decide';
import { comes, createLoop, passes } from './loop';
import { backendFor, nothingWanted, unmade, type Turn } from './made';
import { open, settle, type Outcome } from './settle';
import { singleFlight } from './single-flight';

/** A call that a newer run waits for longer than this, in ms, is given up with its worker. */
const patience = 250;
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
}

/**
 * Drives one run by two values: what is made of it and what is wanted. `decide` says what is next, `settle` what came of
 * it; here it is only done, one call at a time, at most one batch a frame. At once, a run goes to its end without
 * frames on the way.
 */
export function createRunControl(store: SliceStore<'run' | 'notices'>, caller: Caller, clock: Clock): RunControl {
  const { experiment } = store.getState();
  let made = unmade(experiment, backendFor(store.getState(), [])!);
  let wants = nothingWanted;
  const flight = singleFlight(caller, clock);

  const turn = ({ made: nextMade, wants: nextWants, patch, notice }: Turn) => {
    made = nextMade;
    wants = nextWants;
    if (!patch && !notice) return;
    store.setState(({ run, notices }) => ({
      run: { ...run, ...patch },
      notices: notice
        ? [...notices.filter(({ field }) => field !== 'backend'), { field: 'backend', problem: notice }]
        : notices,
    }));
  };
  const onProgress = (progress: number) => {
    if (!wants.due) turn({ made, wants, patch: { progress } });
  };

  async function outcomeOf(job: Job): Promise<Outcome> {
    if (!('ask' in job)) return { answer: null, took: 0, now: clock.now() };
    const began = clock.now();
    try {
      const beside = job.kind === 'record' || job.kind === 'warm';
      const answer = await ask(flight, job.ask, beside ? undefined : onProgress);
      return { answer, took: clock.now() - began, now: clock.now() };
    } catch (error) {
      return { error: error as Error };
    }
  }

  async function perform(job: Job, poked: Promise<void>): Promise<void> {
    // Whoever pokes may have changed what is to be done.
    if (job.kind === 'watch' && !(await comes(frameAfter(clock, made.watchedAt ?? -Infinity), poked))) return;
    if ('paced' in job && job.paced && !(await comes(clock.frame(), poked))) return;
    if (job.kind === 'rest' && !(await passes(clock, quiet, poked))) return;
    turn(open(made, wants, job));
    const outcome = await outcomeOf(job);
    turn(settle(made, wants, store.getState(), job, outcome));
  }

  const { poke } = createLoop(() => decide(made, wants, store.getState()), perform);
  const act = (next: Turn) => {
    turn(next);
    poke();
  };
  store.subscribe((state, before) => {
    if (state.choice !== before.choice) act(reconsider(made, wants, state));
    else if (state.curve.status !== before.curve.status) poke();
  });

  return {
    begin({ chase = false, toStep = 0 } = {}) {
      flight.hurry(chase ? chaseBudget + patience : patience);
      act(begin(made, wants, store.getState().run, { chase, toStep }));
    },
    play: () => act(play(made, wants, store.getState().run)),
    pause: () => act(pause(made, wants, store.getState().run)),
    step: (count) => act(step(made, wants, store.getState().run, count)),
    goTo: (to) => act(goTo(made, wants, store.getState().run, to)),
    attend() {
      if (store.getState().presence !== 'released') return poke();
      flight.restart();
      act(release(made, wants));
    },
  };
}

/** The pairing of methods with their answers, which the compiler cannot follow through a union. */
type AnyCall = (method: Method, params: unknown, onProgress?: OnProgress) => Promise<Started | Advanced | null>;

function ask({ call }: Caller, { method, params }: Asking, onProgress: OnProgress | undefined) {
  return (call as AnyCall)(method, params, onProgress);
}
