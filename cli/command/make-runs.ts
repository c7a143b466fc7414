import { stepWork } from '../../src/network/architectures/shapes';
import type { ImageCollection } from '../../src/images/own/collection';
import { createPool, type Job } from '../../src/training/pool';
import type { Caller } from '../../src/training/protocol';
import type { Backend } from '../../src/training/trainer';
import { createThreadCaller } from '../worker-caller';
import { lineOf } from './line';
import type { Plan } from './plan';
import type { Versions } from './versions';

export interface Making {
  readonly workers: number;
  /** What trains. */
  readonly backend: Backend;
  readonly versions: Versions;
  readonly collection: ImageCollection | null;
  /** Hears each run's line as it ends. What it throws ends the making. */
  onLine(line: string, run: number): void;
  readonly makeCaller?: (() => Caller) | undefined;
}

/** Runs for each worker that the pool knows of: it looks through them at each end. */
const ahead = 16;

/** Multiply-adds of a run, as far as its time goes by them. */
export const workOf = (plan: Plan, run: number): number => stepWork(plan.runs[run]!) * plan.runs[run]!.steps;

/** Makes runs of a plan on several threads. @param places which, in the order in which they begin. @throws the first failure. */
export function makeRuns(plan: Plan, places: readonly number[], making: Making): Promise<void> {
  const { workers, backend, versions, collection, onLine } = making;
  const makeCaller = making.makeCaller ?? (() => createThreadCaller({ collection, keeps: 'all' }));
  const pool = createPool(makeCaller, Math.min(workers, Math.max(1, places.length)));
  const wanted = new Map<string, Job>();
  let next = 0,
    left = places.length;
  const refill = () => {
    while (wanted.size < ahead * pool.size && next < places.length) {
      const run = places[next++]!;
      const experiment = plan.runs[run]!;
      wanted.set(String(run), {
        name: String(run),
        params: { experiment, backend, points: plan.history, ...(plan.change && { closely: true }) },
      });
    }
  };
  return new Promise<void>((resolve, reject) => {
    if (left === 0) return resolve();
    const listener = {
      done({ name }: Job, made: Parameters<typeof lineOf>[2]) {
        wanted.delete(name);
        try {
          onLine(lineOf(plan, Number(name), made, backend, versions), Number(name));
        } catch (error) {
          return reject(error as Error);
        }
        left -= 1;
        if (left === 0) return resolve();
        if (next < places.length && wanted.size <= (ahead / 2) * pool.size) {
          refill();
          pool.want(0, [...wanted.values()], listener);
        }
      },
      failed: reject,
    };
    refill();
    pool.want(0, [...wanted.values()], listener);
  }).finally(() => pool.release());
}
