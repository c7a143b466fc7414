import { useId, useState } from 'react';
import { asLine, withLine } from '../../experiment/lines';
import { parameters } from '../../experiment/parameters';
import { presentWish } from '../../store/present-wish';
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
    // As it is now: the press has just ended what was being written.
    if (app.store.getState().experiment.talk.length > 0) presentWish.setState({ wished: true });
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
          onLine={(line) => app.change({ talk: withLine(talk, i, line) })}
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
  onLine(line: string): void;
}

/** Written to the link when it is left or entered, so that Back undoes it as a whole. */
function Line({ letter, line, onLine }: LineProps) {
  const words = useStrings().runs.talk;
  const [draft, setDraft] = useState<string | null>(null);
  const id = useId();
  const { longest } = parameters.talk;
  const enter = () => {
    setDraft(null);
    const written = asLine(draft ?? line, longest);
    if (written !== line) onLine(written);
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
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && enter()}
        onBlur={enter}
      />
    </div>
  );
}
