import { useRef, useState, type PointerEvent } from 'react';
import { guessedOf, guessedSigmas as sigmas, guessedWidths } from '../store/views/guesses';
import { useStrings } from '../store/words';
import { rank, short } from '../strings/numbers';
import { Failure } from '../ui/failure';
import { useVisible, useVisibleState } from '../ui/use-visible';
import { useWatch } from '../ui/use-watch';
import { Rich } from './rich';

/** The ranks that can be guessed, and the place of the picture in its own units. */
const most = 24,
  width = 420,
  height = 128,
  left = 44,
  right = 16,
  top = 8,
  below = height + 40;
const x = (level: number) => left + (level / (sigmas.length - 1)) * (width - left - right);
const y = (value: number) => top + (1 - value / most) * (height - top);
/** Before anything is drawn. */
const unset = sigmas.map(() => most / 2);
const line = (values: readonly (number | null)[]) =>
  values.flatMap((value, i) => (value === null ? [] : [`${x(i)},${y(Math.min(most, value))}`])).join(' ');

/** Four times the filters: the visitor draws where their rank will go, and the networks are trained and drawn beside it. */
export function GuessLine() {
  const strings = useStrings().guesses;
  const words = strings.wider;
  const figure = useRef<HTMLElement>(null);
  const picture = useRef<SVGSVGElement>(null);
  const visible = useVisible(figure);
  const [guess, setGuess] = useState<readonly number[] | null>(null);
  const [revealed, setRevealed] = useState(false);
  useWatch('line', visible);
  useWatch('wider', visible && revealed);
  const { runs: knownRuns, failure: first } = useVisibleState(visible, guessedOf('line'));
  const { runs: widerRuns, failure: second } = useVisibleState(visible, guessedOf('wider'));
  const ranks = (runs: typeof knownRuns) => runs.map((run) => run?.rank ?? null);
  const known = ranks(knownRuns);
  const measured = revealed ? ranks(widerRuns) : sigmas.map(() => null);
  const made = measured.filter((value) => value !== null);
  const complete = made.length === sigmas.length && known.every((value) => value !== null);
  const filters = [2 * guessedWidths.line, 2 * guessedWidths.wider] as const;
  const shown = guess ?? unset;
  const set = (level: number, value: number) =>
    setGuess(shown.map((old, i) => (i === level ? Math.min(most, Math.max(0, value)) : old)));
  const draw = ({ clientX, clientY }: PointerEvent) => {
    const box = picture.current!.getBoundingClientRect();
    const at = ((clientX - box.left) / box.width) * width,
      up = ((clientY - box.top) / box.height) * below;
    const level = Math.round(((at - left) / (width - left - right)) * (sigmas.length - 1));
    if (level >= 0 && level < sigmas.length) set(level, Math.round(2 * most * (1 - (up - top) / (height - top))) / 2);
  };
  return (
    <figure ref={figure} className="guess">
      <h3>{words.title}</h3>
      <p>
        <Rich text={words.what({ from: filters[0], to: filters[1] })} />
      </p>
      <div className="guess-place">
        <svg
          ref={picture}
          viewBox={`0 0 ${width} ${below}`}
          role="img"
          aria-label={words.picture}
          onPointerDown={(event) => {
            if (revealed) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            draw(event);
          }}
          onPointerMove={(event) => {
            if (!revealed && event.currentTarget.hasPointerCapture(event.pointerId)) draw(event);
          }}
        >
          {[0, 6, 12, 18, 24].map((tick) => (
            <g key={tick}>
              <line className="grid" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text x={left - 16} y={y(tick) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
          {sigmas.map((sigma, i) => (
            <text key={sigma} x={x(i)} y={height + 16} textAnchor="middle">
              {short(sigma)}
            </text>
          ))}
          <text x={width} y={height + 32} textAnchor="end">
            {words.axis}
          </text>
          <polyline className="known" points={line(known)} />
          <polyline className="guessed" points={line(shown)} />
          <polyline className="measured" points={line(measured)} />
          {measured.map((value, i) =>
            value === null ? null : (
              <rect key={i} className="measured" x={x(i) - 4} y={y(Math.min(most, value)) - 4} width={8} height={8} />
            ),
          )}
          {shown.map((value, i) => (
            <circle key={i} className="guessed" cx={x(i)} cy={y(value)} r={revealed ? 4 : 8} />
          ))}
        </svg>
        {sigmas.map((sigma, i) => (
          <input
            key={sigma}
            type="range"
            min={0}
            max={most}
            step={0.5}
            value={shown[i]}
            disabled={revealed}
            aria-label={words.at(sigma)}
            aria-valuetext={rank(shown[i]!)}
            style={{ left: `${(100 * x(i)) / width}%`, top: `${(100 * y(shown[i]!)) / below}%` }}
            onChange={({ target }) => set(i, target.valueAsNumber)}
          />
        ))}
      </div>
      <ul className="key" aria-hidden="true">
        <li className="known">{words.filters(filters[0])}</li>
        <li className="guessed">{words.guess}</li>
        {revealed && <li className="measured">{words.filters(filters[1])}</li>}
      </ul>
      <div className="actions">
        <button
          type="button"
          className={revealed ? 'secondary' : 'primary'}
          onClick={() => {
            setRevealed(!revealed);
            if (revealed) setGuess(null);
          }}
        >
          {revealed ? strings.again : words.start}
        </button>
      </div>
      <p className="answer" role="status">
        {revealed && !complete && strings.making(made.length, sigmas.length)}
        {complete && (
          <Rich
            text={words.told({
              filters,
              sigma: sigmas,
              known: known.map((value) => value!),
              measured: made,
              most: Math.max(...made.map((value, i) => Math.abs(value - known[i]!))),
              off: guess && made.reduce((sum, value, i) => sum + Math.abs(value - guess[i]!), 0) / sigmas.length,
            })}
          />
        )}
      </p>
      {(first ?? second) && <Failure problem={(first ?? second)!} />}
    </figure>
  );
}
