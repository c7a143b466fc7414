import { useEffect, useState } from 'react';
import { problemOf, type Problem } from '../problems/problem';
import { SupersededError, type Calls } from '../training/protocol';
import { useApp } from '../store/use-app';

/** What panels ask beside the run. */
type Askable = 'images' | 'spectrum';

/** A slider on its way is not asked about, in ms. */
const rest = 300;

export interface Asked<M extends Askable> {
  readonly status: 'loading' | 'ready' | 'failed';
  /** The last good answer, which stays while the next one is made, and what it answers. */
  readonly value: { readonly answer: Calls[M]['result']; readonly params: Calls[M]['params'] } | null;
  readonly failure: Problem | null;
  retry(): void;
}

/** Asks while the panel is on the screen, once for each `params` (memoised by the caller); an answer that came too late is dropped. */
export function useAsked<M extends Askable>(active: boolean, method: M, params: Calls[M]['params']): Asked<M> {
  const app = useApp();
  const [value, setValue] = useState<Asked<M>['value']>(null);
  const [failed, setFailed] = useState<{ params: unknown; problem: Problem } | null>(null);
  const failure = failed?.params === params ? failed.problem : null;
  const wanted = active && value?.params !== params && failure === null;
  useEffect(() => {
    if (!wanted) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      app.ask(method, params).then(
        (answer) => current && setValue({ params, answer }),
        (error: unknown) =>
          current && !(error instanceof SupersededError) && setFailed({ params, problem: problemOf(error) }),
      );
    }, rest);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [app, wanted, method, params]);
  return {
    status: failure !== null ? 'failed' : value?.params === params ? 'ready' : 'loading',
    value,
    failure,
    retry: () => setFailed(null),
  };
}
