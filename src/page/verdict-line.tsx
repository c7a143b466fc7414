import { useEffect, useState } from 'react';
import { presetOf } from '../experiment/presets';
import { useApp, useAppState } from '../store/use-app';
import { useStrings } from '../store/words';
import { neededStill, stillExperiment } from '../store/views/still';
import { verdictOf } from '../store/views/verdict';
import type { Verdict } from '../strings/guide-facts';
import type { RunSummary } from '../training/summary';
import { Marked } from '../ui/marked';

/** A run that is replaced at once is not compared with anything, in ms. */
const rest = 500;
/** Runs at σ = 0 that this page has made; null where one could not be made. */
const made = new Map<string, RunSummary | null>();

/** What to look for in a preset, and what became of the run once it has ended. */
export default function VerdictLine() {
  const { verdict: words, gap } = useStrings();
  const preset = useAppState(({ experiment }) => presetOf(experiment)?.name);
  const wanted = useAppState(neededStill);
  const still = useStill(wanted);
  // As text, so that this is drawn again only where it says something else.
  const found = useAppState((state) => JSON.stringify(verdictOf(state, still ?? null)));
  const verdict = JSON.parse(found) as Verdict | null;
  return (
    <>
      {preset && (
        <span>
          {words.look[preset]}
          {gap}
        </span>
      )}
      {verdict && (
        <span className="came" data-verdict={verdict.kind}>
          {words.came}
          {wanted !== null && still === undefined ? words.comparing : <Marked text={words.text(verdict)} />}
        </span>
      )}
    </>
  );
}

/** The run that is wanted, made beside the page's own where it is not known yet: undefined until then, null where it cannot be. */
function useStill(wanted: string | null): RunSummary | null | undefined {
  const app = useApp();
  const recorded = useAppState(({ records }) => (wanted === null ? undefined : records.runs[wanted]?.run?.summary));
  const [, setMade] = useState(0);
  const known = wanted === null ? null : (recorded ?? made.get(wanted));
  const missing = known === undefined ? wanted : null;
  useEffect(() => {
    if (missing === null) return undefined;
    let current = true;
    const keep = (summary: RunSummary | null) => {
      made.set(missing, summary);
      if (current) setMade((count) => count + 1);
    };
    const timer = setTimeout(() => {
      const backend = app.store.getState().run.backend === 'cpu' ? 'cpu' : 'wasm';
      app.ask('complete', { experiment: stillExperiment(missing), backend, points: 0 }).then(
        ({ summary }) => keep(summary),
        () => keep(null),
      );
    }, rest);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [app, missing]);
  return known;
}
