import { useId, useRef, useState } from 'react';
import { asLine, withLine } from '../../experiment/lines';
import { parameters } from '../../experiment/parameters';
import { presentWish } from '../../store/present-wish';
import type { ChangedBy } from '../../store/state';
import { useApp, useAppState } from '../../store/use-app';
import { pinnedRuns } from '../../store/views/pinned';
import { useStrings } from '../../store/words';
import './talk.css';

/** What is said of each pinned run when they are presented, one after another. */
export function Talk() {
  const app = useApp();
  const words = useStrings().runs.talk;
  const runs = useAppState(pinnedRuns);
  const talk = useAppState(({ experiment }) => experiment.talk);
  const present = () => {
    if (talk.length > 0) presentWish.setState({ wished: true });
  };
  return (
    <section className="talk" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className="note">{words.lead}</p>
      {runs.map(({ letter, text }, i) => (
        <Line
          key={text}
          letter={letter}
          line={talk[i] ?? ''}
          onLine={(line, by) => app.change({ talk: withLine(talk, i, line) }, { by })}
        />
      ))}
      <button type="button" className="secondary" aria-disabled={talk.length === 0} onClick={present}>
        {words.present}
      </button>
    </section>
  );
}

interface LineProps {
  readonly letter: string;
  readonly line: string;
  onLine(line: string, by: ChangedBy): void;
}

/** Written to the link as it is typed, so that nothing is lost with the page; Back undoes it as a whole. */
function Line({ letter, line, onLine }: LineProps) {
  const words = useStrings().runs.talk;
  const [draft, setDraft] = useState<string | null>(null);
  const begun = useRef(false);
  const id = useId();
  const { longest } = parameters.talk;
  const type = (text: string) => {
    setDraft(text);
    const written = asLine(text, longest);
    if (written === line) return;
    // The first letter is what the visitor did; the others belong to it.
    onLine(written, begun.current ? 'page' : 'act');
    begun.current = true;
  };
  const end = () => {
    setDraft(null);
    begun.current = false;
  };
  return (
    <div className="talk-line">
      <label htmlFor={id}>{letter}</label>
      <input
        id={id}
        type="text"
        aria-label={words.line(letter)}
        dir="auto"
        enterKeyHint="done"
        autoComplete="off"
        maxLength={longest}
        placeholder={words.placeholder}
        value={draft ?? line}
        onChange={({ target }) => type(target.value)}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && end()}
        onBlur={end}
      />
    </div>
  );
}
