import { useId, type CSSProperties } from 'react';
import type { ParameterKey } from '../experiment/parameters';
import { useDefault } from './use-default';

export interface SliderProps {
  /** The parameter that it changes, for those who look for its control; none where it changes something else. */
  readonly name?: ParameterKey;
  /** The parameter whose default value it has, where its control is another. */
  readonly of?: ParameterKey;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value as it is read: beside the label and by screen readers. */
  readonly text: string;
  /** What label and value are in a frame with little room, where they are not the same. */
  readonly brief?: { readonly label?: string; readonly text?: string };
  /** A sentence on it, once the words are there. */
  readonly title: string | undefined;
  readonly disabled?: boolean;
  /** A labelled place on the track. */
  readonly mark?: { readonly value: number; readonly label: string; readonly title: string };
  onChange(value: number): void;
}

/** A native range input with its label and value above, and at most one mark below. */
export function Slider({
  name,
  of = name,
  label,
  min,
  max,
  step,
  value,
  text,
  brief = {},
  title,
  disabled = false,
  mark,
  onChange,
}: SliderProps) {
  const id = useId();
  const { hint, handlers } = useDefault(disabled ? undefined : of);
  const said = [title, hint].filter(Boolean).join(' ') || undefined;
  const share = (v: number) => Math.min(1, Math.max(0, max > min ? (v - min) / (max - min) : 0));
  return (
    <div className="slider" data-parameter={name} title={said} style={{ '--share': share(value) } as CSSProperties}>
      <label htmlFor={id}>
        <Words whole={label} brief={brief.label} />
      </label>
      <output htmlFor={id} translate="no" aria-hidden>
        <Words whole={text} brief={brief.text} />
      </output>
      <div className="track">
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          disabled={disabled}
          aria-label={brief.label && label}
          aria-valuetext={text}
          title={said}
          {...handlers}
          onChange={(event) => onChange(event.target.valueAsNumber)}
        />
        {mark && mark.value <= max && (
          <span className="mark" style={{ '--at': share(mark.value) } as CSSProperties} title={mark.title}>
            {mark.label}
          </span>
        )}
      </div>
    </div>
  );
}

function Words({ whole, brief }: { whole: string; brief: string | undefined }) {
  if (brief === undefined) return whole;
  return (
    <>
      <span className="whole">{whole}</span>
      <span className="brief">{brief}</span>
    </>
  );
}
