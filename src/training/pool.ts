import { SupersededError, type Caller, type Calls, type CompleteRun } from './protocol';

/** A whole run that somebody waits for. Two of the same name are the same run. */
export interface Job {
  readonly name: string;
  readonly params: Calls['complete']['params'];
}

/** Who waits for a list of runs. */
export interface Listener {
  /** A run has been made. @param ms what it took. */
  done(job: Job, run: CompleteRun, ms: number): void;
  /** A run could not be made: the rest of the list is given up. */
  failed(error: unknown): void;
}

/** What the pool needs of time, in ms. */
export interface PoolClock {
  now(): number;
  after(ms: number, act: () => void): () => void;
}

/** A fixed number of engines that share lists of whole runs. */
export interface Pool {
  readonly size: number;
  /**
   * Puts a list in place of the one that this lane had. Engines that become free take the first run that is not under way, of
   * the lowest lane that has one. What is under way and wanted no more is let end, as what it makes may be wanted again;
   * only what takes long is given up with its worker.
   * @param most engines that are at this list at a time; all without it.
   */
  want(lane: number, jobs: readonly Job[], listener: Listener, most?: number): void;
  /** Forgets all lists and ends the engines' workers; they start again when something is wanted. */
  release(): void;
}

/** A run that is wanted no more is given up when it is still under way so many ms later. */
const patience = 500;

interface Engine {
  readonly caller: Caller;
  job: Job | null;
  /** Where the job was taken from. */
  lane: number;
  /** Who hears of it when no list has it any more. */
  listener: Listener | null;
  /** Keeps the worker from being given up. */
  forget: (() => void) | null;
}

/** For who waits for everything that is wanted. */
const unhurried: PoolClock = { now: () => 0, after: () => () => {} };

/** @param makeCaller spawns lazily. @param size engines, at least 1: as many as the device has cores. */
export function createPool(makeCaller: () => Caller, size: number, clock: PoolClock = unhurried): Pool {
  const engines = Array.from({ length: Math.max(1, Math.floor(size)) }, (): Engine => ({
    caller: makeCaller(),
    job: null,
    lane: 0,
    listener: null,
    forget: null,
  }));
  const lanes = new Map<number, { jobs: readonly Job[]; readonly listener: Listener; readonly most: number }>();

  /** Lists that may have another engine. */
  const open = () =>
    [...lanes]
      .filter(([lane, { most }]) => engines.filter((engine) => engine.job && engine.lane === lane).length < most)
      .toSorted(([a], [b]) => a - b);
  /** Lists that have a run. */
  const waitingFor = ({ name }: Job) => [...lanes].filter(([, { jobs }]) => jobs.some((job) => job.name === name));
  const isUnderWay = ({ name }: Job) => engines.some(({ job }) => job?.name === name);

  const work = async (engine: Engine, lane: number, job: Job, listener: Listener) => {
    Object.assign(engine, { job, lane, listener });
    const began = clock.now();
    const free = () => {
      engine.forget?.();
      Object.assign(engine, { job: null, forget: null });
    };
    try {
      const run = await engine.caller.call('complete', job.params);
      free();
      const ms = clock.now() - began;
      const waiting = waitingFor(job);
      for (const [, list] of waiting) list.jobs = list.jobs.filter(({ name }) => name !== job.name);
      if (waiting.length === 0) engine.listener!.done(job, run, ms);
      for (const [, list] of waiting) list.listener.done(job, run, ms);
    } catch (error) {
      free();
      // What was given up and is wanted again by now is made anew.
      if (!(error instanceof SupersededError)) {
        const waiting = waitingFor(job);
        // All before any of them hears of it, as some want the same once more.
        for (const [lane] of waiting) lanes.delete(lane);
        for (const [, list] of waiting) list.listener.failed(error);
      }
    }
    serve();
  };

  const serve = () => {
    for (const engine of engines) {
      if (engine.job) continue;
      const next = open()
        .flatMap(([lane, { jobs, listener }]) => jobs.map((job) => ({ lane, job, listener })))
        .find(({ job }) => !isUnderWay(job));
      if (!next) break;
      void work(engine, next.lane, next.job, next.listener);
    }
    for (const engine of engines) {
      const { job } = engine;
      if (!job) continue;
      if (waitingFor(job).length > 0) {
        engine.forget?.();
        engine.forget = null;
      } else {
        engine.forget ??= clock.after(patience, () => engine.caller.restart());
      }
    }
  };

  return {
    size: engines.length,
    want(lane, jobs, listener, most = engines.length) {
      lanes.set(lane, { jobs, listener, most });
      serve();
    },
    release() {
      lanes.clear();
      for (const { caller } of engines) caller.restart();
    },
  };
}

/**
 * Makes a list of runs. @returns them in its order, whichever ends first. @throws the first failure.
 * @param onRun hears of each as it comes.
 */
export function makeAll(
  pool: Pool,
  list: readonly Calls['complete']['params'][],
  onRun?: (run: CompleteRun) => void,
): Promise<CompleteRun[]> {
  const jobs = list.map((params, i) => ({ name: String(i), params }));
  const runs: CompleteRun[] = [];
  let left = jobs.length;
  return new Promise((resolve, reject) => {
    if (left === 0) resolve(runs);
    pool.want(0, jobs, {
      done({ name }, run) {
        runs[Number(name)] = run;
        onRun?.(run);
        left -= 1;
        if (left === 0) resolve(runs);
      },
      failed: reject,
    });
  });
}

/** A worker for every core, within reason: each holds its own images. */
export function poolSize(cores = navigator.hardwareConcurrency): number {
  return Math.min(Math.max(cores || 2, 1), 8);
}
