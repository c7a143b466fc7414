import type { Problem } from '../problems/problem';
import type { Runs, Wish } from './runs';

/** What a control that draws by itself remembers at least: the line that failed. */
interface Remembered {
  readonly failed: string | null;
}

/** What draws by itself writes of its slice at least. */
interface Shown {
  readonly failure: Problem | null;
}

export interface Drawn<S, M> {
  readonly memory: M;
  /** Remembers without looking anew. */
  note(patch: Partial<M>): void;
  /** Remembers, and looks what there is to do then. */
  remember(patch: Partial<M>): void;
  /** Writes what has changed of the slice, and nothing where nothing has. */
  set(patch: Partial<S>): void;
  /** Wants a list of runs in place of the last, once. @param of the line that it is of. @param list its text. */
  want(of: string, list: string, wishes: readonly Wish[]): void;
}

/**
 * What controls share that draw whole runs by themselves: a memory beside the state, a slice that is written where it changes, and
 * one list of runs at a time. @param look is called whenever what is remembered has changed.
 */
export function drawn<S extends Shown, M extends Remembered>(
  slice: { read(): S; write(whole: S): void },
  want: (wishes: readonly Wish[], onFailure: Parameters<Runs['want']>[2]) => void,
  first: M,
  look: () => void,
): Drawn<S, M> {
  let memory = first,
    wanted = '';
  const set = (patch: Partial<S>) => {
    const now = slice.read();
    if (Object.entries(patch).some(([key, value]) => now[key as keyof S] !== value)) slice.write({ ...now, ...patch });
  };
  const note = (patch: Partial<M>) => {
    memory = { ...memory, ...patch };
  };
  const remember = (patch: Partial<M>) => {
    note(patch);
    look();
  };
  return {
    get memory() {
      return memory;
    },
    note,
    remember,
    set,
    want(of, list, wishes) {
      if (list === wanted) return;
      wanted = list;
      want(wishes, (failure) => {
        wanted = '';
        // Before anybody sees it: who looks anew would want the same again.
        note({ failed: of } as Partial<M>);
        set({ failure } as Partial<S>);
        look();
      });
    },
  };
}
