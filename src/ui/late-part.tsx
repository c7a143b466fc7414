import { use, useEffect, useState, type ComponentType, type ReactPromise } from 'react';
import { flushSync } from 'react-dom';
import { part, type Part } from '../loading/part';
import { useAppState } from '../store/use-app';
import { knownWords, wholeWords } from '../strings/load';
import { Drawn } from './drawn';
import { Meanwhile } from './late';

/**
 * A component that is fetched when it is first shown: in a `Late`, which stands in for it and says where it cannot be had.
 * Without React's own `lazy`: for its sake React puts off what came, for up to a third of a second, to show it all at once,
 * which on a phone is a tenth of a second in one piece.
 * @param fetched what it is in. @param pick the component.
 */
export function lateOf<M, P extends object>(fetched: Part<M>, pick: (module: M) => ComponentType<P>): ComponentType<P> {
  return function LatePart(props: P) {
    // Marked by `part`.
    const asked = fetched() as ReactPromise<M>;
    const language = useAppState((state) => state.language);
    const meanwhile = use(Meanwhile),
      drawn = use(Drawn) !== null;
    // Once shown it stays: a language that is still to come is waited for by what says it.
    const [shown, setShown] = useState(() => asked.status === 'fulfilled' && knownWords(language) !== null);
    useEffect(() => {
      if (shown) return;
      let wanted = true;
      void Promise.allSettled([asked, wholeWords(language)]).then(() => inTurn(() => wanted && setShown(true)));
      return () => void (wanted = false);
    }, [asked, language, shown]);
    if (asked.status === 'rejected') throw asked.reason;
    // Without a page React waits for it; on one it is there at once where its script is: a printing browser waits for nothing.
    const module = drawn ? use(asked) : shown && asked.status === 'fulfilled' ? asked.value : undefined;
    if (!module) return meanwhile;
    const Body = pick(module);
    return <Body {...props} />;
  };
}

/**
 * The same where it is all that a file exports by default.
 * @param said false of what nobody sees until it is wished for: that it is missing is said by the page.
 */
export const late = <P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  said = true,
): ComponentType<P> => lateOf(part(load, { said }), (module) => module.default);

/** How long parts are shown in one task, in ms, where there are several: what is begun is brought to its end. */
const turn = 4;
const turns: (() => void)[] = [];

/** Several parts come with one script: the visitor and the workers' answers come in between. */
function inTurn(show: () => void): void {
  if (turns.push(show) === 1) setTimeout(next);
}

/** At once and not as transitions, which every frame of the run would put off. */
function next(): void {
  const began = performance.now();
  do flushSync(turns.shift()!);
  while (turns.length > 0 && performance.now() - began < turn);
  if (turns.length > 0) setTimeout(next);
}
