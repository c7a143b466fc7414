import { useId } from 'react';
import { parameters, type Experiment, type ParameterKey } from '../experiment/parameters';
import type { ParameterWords } from '../strings/parameter-words';
import { sources } from '../images/sources/list';
import type { ImageSource } from '../images/sources/source';
import { imagesWish } from '../store/images-wish';
import { useApp, useAppState } from '../store/use-app';
import { useKnownStrings, useWords } from '../store/words';
import { NumberField } from '../ui/number-field';

/** The control of any one parameter, chosen by its kind in the table. */
export function ParameterField({ name }: { name: ParameterKey }) {
  const id = useId();
  const app = useApp();
  const value = useAppState((state) => state.experiment[name]);
  const parameter = parameters[name];
  const words = useWords().parameters[name];
  const docs = useKnownStrings()?.parameterDocs[name];
  const change = (next: unknown) => app.change({ [name]: next } as Partial<Experiment>);
  const label = <label htmlFor={id}>{words.label}</label>;
  const choose = (next: string) => {
    const source = Object.values<ImageSource>(sources).find(({ kind }) => name === 'data' && kind === next);
    // Own images have to be brought first.
    if (source?.collection?.(app.store.getState().experiment) === '') imagesWish.setState({ wish: 'choose' });
    else change(next);
  };
  switch (parameter.kind) {
    case 'number':
      return (
        <div className="field" data-parameter={name} title={docs}>
          {label}
          <NumberField
            id={id}
            range={parameter}
            title={docs}
            value={value as number}
            onEnter={(text) => app.enter(name, text)}
          />
          <span className="unit">{words.unit}</span>
        </div>
      );
    case 'choice':
      return (
        <div className="field" data-parameter={name} title={docs}>
          {label}
          <select id={id} value={value as string} onChange={({ target }) => choose(target.value)}>
            {Object.entries((words as ParameterWords['data']).values).map(([key, text]) => (
              <option key={key} value={key}>
                {text}
              </option>
            ))}
          </select>
        </div>
      );
    case 'flag':
      return (
        <div className="field" data-parameter={name} title={docs}>
          {label}
          <input
            id={id}
            type="checkbox"
            checked={value as boolean}
            onChange={(event) => change(event.target.checked)}
          />
        </div>
      );
    case 'pair':
      return (
        <PairField
          name={name}
          label={words.label}
          docs={docs}
          value={value as readonly [number, number]}
          onChange={change}
        />
      );
    default:
      return null;
  }
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function PairField({
  name,
  label,
  docs,
  value,
  onChange,
}: {
  name: ParameterKey;
  label: string;
  docs: string | undefined;
  value: readonly [number, number];
  onChange(value: readonly [number, number]): void;
}) {
  const [plus, minus] = value;
  const words = useWords().fields;
  const data = useAppState((state) => state.experiment.data);
  const kinds = useKnownStrings()?.kinds;
  const called = (digit: number) => kinds?.[data].called(String(digit)) ?? digit;
  return (
    <div className="field" data-parameter={name} title={docs} role="group" aria-label={label}>
      <span>{label}</span>
      <span className="pair">
        <select aria-label={words.plus} value={plus} onChange={({ target }) => onChange([Number(target.value), minus])}>
          {digits
            .filter((digit) => digit !== minus)
            .map((digit) => (
              <option key={digit} value={digit}>
                {called(digit)}
              </option>
            ))}
        </select>
        {words.against}
        <select
          aria-label={words.minus}
          value={minus}
          onChange={({ target }) => onChange([plus, Number(target.value)])}
        >
          {digits
            .filter((digit) => digit !== plus)
            .map((digit) => (
              <option key={digit} value={digit}>
                {called(digit)}
              </option>
            ))}
        </select>
      </span>
    </div>
  );
}
