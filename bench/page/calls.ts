import type { Points } from '../../src/training/recorded-steps';
import type { PeerId } from '../peers/index';

/** What a bench worker can be asked. */
export interface Calls {
  /** Loads a peer and starts it on the problem of a link. */
  start: { params: { peer: PeerId; link: string }; result: { device: string } };
  /** Milliseconds of so many steps; the run begins anew, untimed, where it would pass `runLength`. */
  steps: { params: { steps: number }; result: number };
  /** Filters after so many steps of a fresh run, and those it began with. */
  filters: { params: { steps: number }; result: { initial: number[]; trained: number[] } };
  /** Milliseconds and error, relative to the largest, of singular values that are known. */
  spectrum: { params: { rows: number; columns: number; rank: number }; result: { ms: number; error: number } };
}
export type Method = keyof Calls;
export type Request = { [M in Method]: { id: number; method: M; params: Calls[M]['params'] } }[Method];
export type Reply = { id: number; result: Calls[Method]['result'] } | { id: number; error: string };

/** The bench page as the harness in Node sees it through Playwright. */
export interface BenchPage {
  /** @param worker a name; each names a worker of its own, so that libraries share no state. */
  call<M extends Method>(worker: string, method: M, params: Calls[M]['params']): Promise<Calls[M]['result']>;
  end(worker: string): void;
  /** One whole run of a fresh engine worker, recorded every so many steps: ms of its start and of its steps. */
  wholeRun(link: string, record: Points): Promise<{ start: number; steps: number }>;
}
