import { useRef, useState } from 'react';
import { Slider } from '../controls/slider';
import { NumbersButton } from '../ui/numbers-button';
import { useVisible, useVisibleState } from '../ui/use-visible';
import { shownValues } from '../store/views/shown-values';
import { useStrings } from '../store/words';
import { hundredths } from '../strings/numbers';
import { Bars, energies, energyTable, mostBars, sumOf } from './bars';

type Choice = 'equal' | 'one' | 'clean' | 'data' | 'filters';

/** Values of the example. */
const example = 6;

/** The stable rank as something to add up: one bar a direction, as high as its energy. */
export function Energies() {
  const strings = useStrings().rank;
  const figure = useRef<HTMLElement>(null);
  const visible = useVisible(figure);
  const [choice, setChoice] = useState<Choice>('equal');
  const [fall, setFall] = useState(1);
  const shown = choice === 'equal' || choice === 'one' ? null : choice;
  const made = shown === null;
  const measured = useVisibleState(visible, (state) => shown && shownValues(state, shown), shown);
  const values = made ? Array.from({ length: example }, (_, i) => fall ** i) : measured;
  const bars = energies(values ?? []);
  const sum = sumOf(bars);
  const text =
    !values || values.length === 0
      ? strings.unknown
      : bars.length === 0
        ? strings.empty
        : strings.sum(sum, Math.min(bars.length, mostBars), bars.length);
  const choose = (next: Choice) => {
    setChoice(next);
    if (next === 'equal') setFall(1);
    if (next === 'one') setFall(0);
  };
  const pressed = (name: Choice) =>
    name === 'equal' ? made && fall === 1 : name === 'one' ? made && fall === 0 : choice === name;
  return (
    <figure ref={figure} className="energies">
      <div className="choices" role="group" aria-label={strings.group}>
        {(Object.keys(strings.choices) as Choice[]).map((name) => (
          <button
            key={name}
            type="button"
            className="secondary"
            aria-pressed={pressed(name)}
            onClick={() => choose(name)}
          >
            {strings.choices[name]}
          </button>
        ))}
      </div>
      <div className="bars-place">
        <Bars bars={bars} role={made ? 'made' : choice} name={strings.picture(sum, bars.length)} />
        <NumbersButton
          name={strings.energies}
          description={text}
          table={(words) => energyTable([{ label: strings.energies, bars }], words)}
        />
      </div>
      <figcaption data-sum={bars.length > 0 ? sum : undefined}>{text}</figcaption>
      <div className={made ? undefined : 'out-of-use'}>
        <Slider
          label={strings.fall}
          title={strings.fall}
          min={0}
          max={1}
          step={0.05}
          value={fall}
          text={hundredths(fall)}
          disabled={!made}
          onChange={setFall}
        />
      </div>
    </figure>
  );
}
