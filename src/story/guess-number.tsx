import { useRef, useState } from 'react';
import { Slider } from '../controls/slider';
import { fewImages, guessedOf } from '../store/views/guesses';
import { useStrings } from '../store/words';
import { rank } from '../strings/numbers';
import { Failure } from '../ui/failure';
import { useVisible, useVisibleState } from '../ui/use-visible';
import { useWatch } from '../ui/use-watch';
import { Rich } from './rich';

/** The ranks that can be guessed. */
const most = 40;

/** A network that can only learn its images by heart: the visitor sets the rank of its filters, and it is trained and held against that. */
export function GuessNumber() {
  const strings = useStrings().guesses;
  const words = strings.few;
  const figure = useRef<HTMLElement>(null);
  const visible = useVisible(figure);
  const [guess, setGuess] = useState(most / 2);
  const [revealed, setRevealed] = useState(false);
  useWatch('few', visible && revealed);
  useWatch('usual', visible && revealed);
  const { runs: few, failure: first } = useVisibleState(visible, guessedOf('few'));
  const { runs: usual, failure: second } = useVisibleState(visible, guessedOf('usual'));
  const run = revealed ? few[0] : null,
    beside = revealed ? usual[0] : null;
  const made = (run ? 1 : 0) + (beside ? 1 : 0);
  const marks = [
    ...(run ? [{ role: 'measured', value: run.rank }] : []),
    ...(revealed ? [{ role: 'guessed', value: guess }] : []),
  ];
  return (
    <figure ref={figure} className="guess">
      <h3>{words.title}</h3>
      <p>
        <Rich text={words.what({ images: fewImages.n, sigma: fewImages.sigma })} />
      </p>
      <Slider
        label={words.label}
        title={words.label}
        min={1}
        max={most}
        step={0.5}
        value={guess}
        text={rank(guess)}
        disabled={revealed}
        onChange={setGuess}
      />
      {marks.length > 0 && (
        <svg className="ruler" viewBox="0 0 420 26" aria-hidden="true">
          {marks.map(({ role, value }) => {
            const at = 8 + ((value - 1) / (most - 1)) * 404;
            return role === 'measured' ? (
              <rect key={role} className={role} x={at - 6} y={4} width={12} height={12} />
            ) : (
              <circle key={role} className={role} cx={at} cy={10} r={7} />
            );
          })}
        </svg>
      )}
      <div className="actions">
        <button type="button" className={revealed ? 'secondary' : 'primary'} onClick={() => setRevealed(!revealed)}>
          {revealed ? strings.again : words.start}
        </button>
      </div>
      <p className="answer" role="status">
        {revealed && made < 2 && strings.making(made, 2)}
        {run && beside && (
          <Rich
            text={words.told({
              images: fewImages.n,
              trainAccuracy: run.trainAccuracy,
              testAccuracy: run.testAccuracy,
              share: run.share,
              rank: run.rank,
              usual: beside.rank,
              guess,
            })}
          />
        )}
      </p>
      {(first ?? second) && <Failure problem={(first ?? second)!} />}
    </figure>
  );
}
