import { useRef, useState } from 'react';
import { Slider } from '../controls/slider';
import { useVisible, useVisibleState } from '../panels/use-visible';
import { spectrumOf, frameOf } from '../store/derived';
import { useStrings } from '../store/use-strings';
import { rank } from '../strings/numbers';

type Choice = 'equal' | 'one' | 'clean' | 'data' | 'filters';

/** Bars that fit beside each other and can still be told apart. */
const mostBars = 64;
/** Of the example, and how its values fall before it is touched. */
const example = 6;
const width = 420, height = 150, foot = 18;

/** s²/s₁² of a spectrum; empty where it has no energy. */
export function energies(values: ArrayLike<number>): number[] {
  const first = values[0] ?? 0;
  return first > 0 ? Array.from(values, (value) => (value / first) ** 2) : [];
}

/** The stable rank as something to add up: one bar a direction, as high as its energy. */
export function Energies() {
  const strings = useStrings().rank;
  const figure = useRef<HTMLElement>(null);
  const visible = useVisible(figure);
  const state = useVisibleState(visible, (state) => state);
  const [choice, setChoice] = useState<Choice>('equal');
  const [fall, setFall] = useState(1);
  const spectrum = spectrumOf(state.experiment, state.data);
  const made = choice === 'equal' || choice === 'one';
  const values = made ? Array.from({ length: example }, (_, i) => fall ** i) : choice === 'filters' ? frameOf(state)?.singularValues : spectrum?.[choice];
  const bars = energies(values ?? []);
  const sum = rank(bars.reduce((total, bar) => total + bar, 0));
  const text = !values || values.length === 0 ? strings.unknown : bars.length === 0 ? strings.empty : strings.sum(sum, Math.min(bars.length, mostBars), bars.length);
  const choose = (next: Choice) => {
    setChoice(next);
    if (next === 'equal') setFall(1);
    if (next === 'one') setFall(0);
  };
  const pressed = (name: Choice) => (name === 'equal' ? made && fall === 1 : name === 'one' ? made && fall === 0 : choice === name);
  return (
    <figure ref={figure} className="energies">
      <div className="choices" role="group" aria-label={strings.group}>
        {(Object.keys(strings.choices) as Choice[]).map((name) => (
          <button key={name} type="button" className="button" aria-pressed={pressed(name)} onClick={() => choose(name)}>{strings.choices[name]}</button>
        ))}
      </div>
      <Bars bars={bars} role={made ? 'made' : choice} name={strings.picture(sum, bars.length)} />
      <figcaption data-sum={bars.length > 0 ? sum : undefined}>{text}</figcaption>
      <div className={made ? undefined : 'out-of-use'}>
        <Slider label={strings.fall} title={strings.fall} min={0} max={1} step={0.05} value={fall} text={fall.toFixed(2)} disabled={!made} onChange={setFall} />
      </div>
    </figure>
  );
}

function Bars({ bars, role, name }: { bars: readonly number[]; role: string; name: string }) {
  const shown = bars.slice(0, mostBars);
  const pitch = width / Math.max(example * 2, shown.length);
  const drawn = Math.max(1, pitch * 0.8);
  return (
    <svg className={`bars ${role}`} viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={name}>
      <line x1={0} x2={width} y1={height} y2={height} />
      {shown.map((bar, i) => <rect key={i} x={i * pitch + (pitch - drawn) / 2} width={drawn} y={height - bar * (height - 8)} height={bar * (height - 8)} />)}
      {shown.length > 0 && <text x={pitch / 2} y={height + 14} textAnchor="middle">1</text>}
      {shown.length > 1 && <text x={(shown.length - 0.5) * pitch} y={height + 14} textAnchor="middle">{shown.length}</text>}
    </svg>
  );
}
