import type { Measured } from '../experiment/parameters';
import { problemOf, type Problem } from '../problems/problem';
import { besideBackend } from '../training/backend-choice';
import type { Job, Listener, Pool } from '../training/pool';
import type { KnownRun } from './state';
import type { SliceStore } from './store';
import { runWork } from './views/curve-cost';
import { lineOf, lineText, runAt } from './views/known';
import { hasNoise } from './views/theory';

/** Who asks for runs; what the visitor has started goes before what is drawn by itself. */
export const lanes = { asked: 0, curve: 1, causes: 2 } as const;

/**
 * Engines that a lane has at a time: what the page draws by itself while it is being read leaves a core to the page. On two
 * cores the page's own tasks would take three times as long beside it.
 */
const enginesOf = (lane: keyof typeof lanes, size: number) => (lane === 'curve' ? Math.max(1, size - 1) : size);

/** Runs that are remembered, and those of the visitor that are points of one curve. */
const mostKnown = 2000,
  mostOwn = 24;

/** A run that is wanted; `own` where the visitor stands at it. */
export interface Wish {
  readonly experiment: Measured;
  readonly own?: boolean;
}

/** Whole runs beside the one on the page: each is made once, by a pool, and known from then on (`known` in the state). */
export interface Runs {
  /** Puts a list in place of the one that this lane had; what is known of it is not made. */
  want(lane: keyof typeof lanes, wishes: readonly Wish[], onFailure: (problem: Problem) => void): void;
  /** Remembers a run that was made elsewhere. */
  keep(run: KnownRun): void;
  /** Forgets what is wanted, and ends the workers. */
  release(): void;
}

export function createRuns(store: SliceStore<'known'>, pool: Pool): Runs {
  const backendFor = (experiment: Measured) => besideBackend(experiment, store.getState().run.backend);

  const keep = (run: KnownRun, pace = store.getState().known.pace) => {
    const name = lineText(run.experiment);
    const lines = new Map(store.getState().known.lines);
    const others = (lines.get(name) ?? []).filter(
      ({ experiment, backend }) => experiment.sigma !== run.experiment.sigma || backend !== run.backend,
    );
    // What is written to comes last, and what was not for long is forgotten first.
    lines.delete(name);
    lines.set(name, fewerOwn([...others, run]));
    let count = 0;
    for (const line of lines.values()) count += line.length;
    for (const [other, line] of lines) {
      if (count <= mostKnown || other === name) break;
      lines.delete(other);
      count -= line.length;
    }
    store.setState({ known: { lines, pace } });
  };

  const runs: Runs = {
    keep,
    want(lane, wishes, onFailure) {
      const jobs: Job[] = [];
      const wished = new Map<string, Wish>();
      for (const wish of wishes) {
        const { experiment, own = false } = wish;
        const backend = backendFor(experiment);
        const known = runAt(lineOf(store.getState().known, experiment), experiment.sigma, backend);
        if (known && own && !known.own) keep({ ...known, own });
        const name = `${lineText(experiment)} ${experiment.sigma} ${backend}`;
        if (known || wished.has(name)) continue;
        wished.set(name, wish);
        jobs.push({ name, params: { experiment, backend, points: 0 } });
      }
      const engines = enginesOf(lane, pool.size);
      const listener: Listener = {
        done({ name, params: { experiment, backend } }, { summary }, ms) {
          const counts = hasNoise(experiment) && !summary.diverged && ms > 0;
          keep(
            { experiment, backend, summary, own: wished.get(name)?.own ?? false },
            counts ? { msPerWork: ms / runWork(experiment) / engines } : undefined,
          );
        },
        failed: (error) => onFailure(problemOf(error)),
      };
      pool.want(lanes[lane], jobs, listener, engines);
    },
    release: () => pool.release(),
  };
  return runs;
}

/** The oldest of many runs of the visitor are points no longer. */
function fewerOwn(line: readonly KnownRun[]): readonly KnownRun[] {
  const own = line.filter((run) => run.own);
  const kept = new Set(own.slice(-mostOwn));
  return own.length <= mostOwn ? line : line.map((run) => (run.own && !kept.has(run) ? { ...run, own: false } : run));
}
