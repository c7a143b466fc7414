import type { Science } from '../../experiment/parameters';
import { writeRun } from '../../experiment/runs';
import { unexpected } from '../../problems/testing';
import { isFinitePoint } from '../../training/divergence';
import { SupersededError, WorkerCrashedError, type Caller, type Calls } from '../../training/protocol';
import { pointsOf } from '../../training/recorded-steps';
import { withoutValues, type HistoryPoint, type Snapshot } from '../../training/snapshot';
import { keptFilters } from '../../training/testing-points';
import { BackendUnavailableError, LostContextError, type Backend } from '../../training/trainer';
import type { TestClock } from '../testing-clock';

/** Seeded, of 0 to 1. */
export function dice(seed: number): () => number {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let v = Math.imul(at ^ (at >>> 15), at | 1);
    v ^= v + Math.imul(v ^ (v >>> 7), v | 61);
    return ((v ^ (v >>> 14)) >>> 0) / 2 ** 32;
  };
}

const hash = (text: string) =>
  [...text].reduce((h, letter) => Math.imul(h ^ letter.charCodeAt(0), 0x01000193), 7) >>> 0;

/** Every step follows from the one before, the experiment and the backend, so that a step too many or too few is seen. */
const follow = (state: number, key: number) => (Math.imul(state ^ key, 0x9e3779b1) ^ (state >>> 13)) >>> 0;

/** What can be seen of it; a learning rate of 77 is too large, from step 17 on. */
function frameOf({ lr }: Science, step: number, state: number): Snapshot {
  const lost = lr === 77 && step >= 17;
  const loss = lost ? NaN : state / 2 ** 33;
  const matrices = keptFilters(lost ? [] : [1 + loss], 0.5, Float64Array.of(loss));
  return { step, loss, trainAccuracy: 0.5, testAccuracy: 0.5, testLoss: null, matrices };
}

const known = new Map<string, number[]>();

/** The state of an undisturbed run at a step. */
function stateAt(experiment: Science, backend: Backend, step: number): number {
  const name = `${writeRun(experiment)} ${backend}`;
  const states = known.get(name) ?? [hash(name)];
  known.set(name, states);
  while (states.length <= step) states.push(follow(states.at(-1)!, hash(name)));
  return states[step]!;
}

/** An undisturbed run's frame. */
export const undisturbed = (experiment: Science, backend: Backend, step: number): Snapshot =>
  frameOf(experiment, step, stateAt(experiment, backend, step));

/** Whether the run of an experiment is lost on its way. */
export const diverges = (experiment: Science) => !isFinitePoint(undisturbed(experiment, 'cpu', experiment.steps));

/** How a device behaves: what it costs in ms of the clock, and what goes wrong in it next. */
export interface Device {
  start: number;
  step: number;
  /** The next call throws this and loses what the worker held. */
  fault: (() => Error) | null;
  /** The next call takes so much longer. */
  delay: number;
  readonly missing: Set<Backend>;
}

export const crash = () => new WorkerCrashedError(unexpected('crashed'));
export const lostGpu = () => new LostContextError(unexpected('lost'));

/** An engine of numbers that only look like a run, on a clock that jumps. `overlaps` counts calls beside another. */
export function numberEngine(clock: TestClock, device: Device): Caller & { overlaps: number } {
  let run: { experiment: Science; backend: Backend; step: number; state: number } | null = null;
  const pending = new Set<(error: Error) => void>();

  const start = ({ experiment, backend }: Calls['start']['params']): Calls['start']['result'] => {
    run = null;
    if (device.missing.has(backend)) throw new BackendUnavailableError(unexpected(`There is no ${backend} here.`));
    run = { experiment, backend, step: 0, state: stateAt(experiment, backend, 0) };
    const signal = new Float64Array(1);
    const snapshot = frameOf(experiment, 0, run.state);
    return { snapshot, backend, device: backend, signalDimension: 1, dimension: 1, signal };
  };
  const advance = ({ steps, budget, record, lean }: Calls['advance']['params']) => {
    if (!run) throw new WorkerCrashedError(unexpected('advance was called before start'));
    const most = budget === null ? steps : Math.min(steps, Math.max(1, Math.ceil(budget / device.step)));
    const key = hash(`${writeRun(run.experiment)} ${run.backend}`);
    const points = pointsOf(record, run.experiment.steps);
    const trail: HistoryPoint[] = [];
    let snapshot: Snapshot | null = null;
    for (let made = 1; made <= most; made++) {
      run.step += 1;
      run.state = follow(run.state, key);
      if (!points.includes(run.step) && made !== most) continue;
      snapshot = frameOf(run.experiment, run.step, run.state);
      trail.push(made === most || !lean ? snapshot : withoutValues(snapshot));
    }
    return { answer: { trail, snapshot: snapshot!, msPerStep: device.step }, cost: most * device.step };
  };

  const caller: Caller & { overlaps: number } = {
    overlaps: 0,
    call(method, params, onProgress) {
      if (pending.size > 0) caller.overlaps += 1;
      return new Promise((resolve, reject) => {
        pending.add(reject);
        const done = (act: () => void) => (pending.delete(reject) ? act() : undefined);
        const { fault, delay } = device;
        Object.assign(device, { fault: null, delay: 0 });
        const answerIn = (ms: number, act: () => void) => {
          if (delay > 0) clock.after(ms, () => pending.has(reject) && onProgress?.(0.5));
          clock.after(ms + delay, () => done(act));
        };
        try {
          if (fault) {
            run = null;
            throw fault();
          }
          const { answer, cost } =
            method === 'advance'
              ? advance(params as Calls['advance']['params'])
              : { answer: method === 'start' ? start(params as Calls['start']['params']) : null, cost: device.start };
          answerIn(cost, () => resolve(answer as never));
        } catch (error) {
          answerIn(1, () => reject(error as Error));
        }
      });
    },
    restart() {
      run = null;
      const calls = [...pending];
      pending.clear();
      for (const reject of calls) reject(new SupersededError('given up'));
    },
  };
  return caller;
}
