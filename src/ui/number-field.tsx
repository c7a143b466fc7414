import { useId, useState, type KeyboardEvent } from 'react';
import { asNumeral, stepped, type NumberRange } from '../experiment/typed';
import { parseNumber } from '../experiment/value';
import type { GivenProblem } from '../problems/given';
import { useKnownStrings } from '../store/words';

interface NumberFieldProps {
  readonly id?: string;
  readonly range: NumberRange;
  readonly value: number;
  readonly title?: string | undefined;
  /** Where nobody else on the page says what was wrong with an answer. */
  readonly says?: boolean;
  /**
   * @param text what was typed, as a link has it where it is a number.
   * @param value the same as a number that the range has; where it is none, the value as it was.
   */
  onEnter(text: string, value: number): void;
}

/** How many of the range's steps each key goes. Home and End belong to the caret: the end of a range is another experiment. */
const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

/**
 * A number that is typed, in any way in which people write numbers: browsers' own fields drop what is not of their language,
 * and change with the wheel. Keeps what is being typed until Enter or leaving the field, as half a number is another experiment;
 * arrow keys change it at once.
 */
export function NumberField({ id, range, value, title, says = false, onEnter }: NumberFieldProps) {
  const faultId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<GivenProblem | null>(null);
  const words = useKnownStrings()?.problems;
  const read = (text: string) => {
    const numeral = asNumeral(text, range);
    const { value: next, problem } = parseNumber({ ...range, default: value }, numeral);
    return { numeral, next, problem };
  };
  const typed = draft === null || draft.trim() === '' ? null : read(draft);
  const enter = () => {
    setDraft(null);
    if (!typed) return;
    setFault(typed.problem ?? null);
    onEnter(typed.numeral, typed.next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') return enter();
    const by = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = stepped(range, typed?.next ?? value, by);
    setDraft(null);
    setFault(null);
    onEnter(String(next), next);
  };
  const problem = typed?.problem ?? null;
  const shown = says && draft === null ? fault : null;
  return (
    <>
      <input
        id={id}
        type="text"
        role="spinbutton"
        inputMode={range.integer ? 'numeric' : 'decimal'}
        enterKeyHint="done"
        autoComplete="off"
        spellCheck={false}
        value={draft ?? String(value)}
        aria-valuenow={value}
        aria-valuemin={range.min}
        aria-valuemax={range.max}
        aria-invalid={problem !== null}
        aria-describedby={shown ? faultId : undefined}
        title={problem && words ? words.text(problem) : title}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
        onBlur={enter}
      />
      {shown && words && (
        <span id={faultId} className="fault" role="status">
          {words.text(shown)}
        </span>
      )}
    </>
  );
}
