import type { ReactNode } from 'react';
import { frameOf } from '../store/derived';
import { percentOff, predictionOf, raceOf, regimeOf, type Race, type Regime } from '../store/theory';
import { useWords } from '../store/words';
import { useVisibleState } from './use-visible';

/** What the theory says of the current experiment, number by number, and what the run says. @param measured stable rank of the noisy patch matrix. */
export function TheoryTable({ visible, measured }: { visible: boolean; measured: number | null }) {
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const regime = useVisibleState(visible, regimeOf);
  const share = useVisibleState(visible, (state) => frameOf(state)?.signalShare ?? null);
  const race = raceOf(experiment);
  const { percent } = useWords();
  const prediction = predictionOf(experiment);
  return (
    <dl className="theory">
      {race ? <RaceTerms race={race} q={experiment.q} /> : (
        <Term name="Signal dimension and critical noise" symbol="2K, σ*" id="none" value="none">
          MNIST digits are not made of signal vectors of one norm: there is no K, so there is no σ* either. The size of their signal span, read off the clean patch matrix, takes the place of 2K.
        </Term>
      )}
      <Term name="Predicted stable rank" symbol="of the noisy patch matrix" id="predicted" value={prediction.value === null ? 'none' : prediction.value.toFixed(1)}>
        {prediction.value === null ? `None: ${prediction.why}.` : 'Energy by the law of large numbers over the largest singular value, of the signal or at the Marchenko–Pastur edge of the noise.'}
        {prediction.value !== null && measured !== null && <> Measured: <b data-term="measured">{measured.toFixed(1)}</b>, {difference(percentOff(measured, prediction.value))}.</>}
      </Term>
      <Term name="Signal share" symbol="‖WΠ‖² / ‖W‖²" id="share" value={share === null ? '–' : percent(share)}>
        Share of the filters’ energy that lies in the signal span, in the step that is shown.
      </Term>
      <Term name="This run" symbol="measured" id="regime" value={regimes[regime].value}>
        {regimes[regime].words}{race?.winner === 'signal' && (regime === 'noise' || regime === 'mixed') && ' That σ is below σ* does not contradict it: the law leaves a constant open.'}
      </Term>
    </dl>
  );
}

function RaceTerms({ race, q }: { race: Race; q: number }) {
  const { snr, pull, signalDimension, critical, ratio, winner } = race;
  return (
    <>
      <Term name="Signal-to-noise ratio" symbol="SNR = μ/(σ√d)" id="snr" value={short(snr)}>
        {snr === Infinity ? 'There is no noise to hold the signal against: the ratio is infinite.' : 'Norm of a signal vector over that of a background patch.'}
      </Term>
      <Term name="The race" symbol={<>n·SNR<sup>q</sup> against 2K</>} id="race" value={<>{short(pull)} <span className="against">{pull > signalDimension ? '>' : '<'}</span> {signalDimension}</>}>
        {races[winner]} With q = {q}; the n·SNR<sup>q</sup> ≍ 2K condition of Cao, Chen, Belkin and Gu (2022).
      </Term>
      <Term name="Critical noise" symbol={<>σ* = (μ/√d)(n/2K)<sup>1/q</sup></>} id="critical" value={critical.toFixed(3)}>
        Noise at which both sides of the race are equal. It is a scaling law, not a sharp constant: measured with this page’s own command line at q = 3, half of the filters’ energy is
        left in the signal span near 0.9σ* with 2 patches, 0.7σ* with 4 and 0.6σ* with 9.
      </Term>
      <Term name="Noise, relative" symbol="σ/σ*" id="ratio" value={ratio.toFixed(2)}>{laws[winner]}</Term>
    </>
  );
}

function Term({ name, symbol, id, value, children }: { name: string; symbol: ReactNode; id: string; value: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name} <span className="symbol">{symbol}</span></dt>
      <dd className="value" data-term={id}>{value}</dd>
      <dd>{children}</dd>
    </div>
  );
}

const races: Readonly<Record<Race['winner'], string>> = {
  signal: 'The left side is larger: the signal escapes first.',
  noise: 'The right side is larger: noise escapes first.',
  'no noise': 'No noise reaches these images: the signal runs alone.',
};
const laws: Readonly<Record<Race['winner'], string>> = {
  signal: 'Below 1: by the law, the signal comes first.',
  noise: 'Above 1: by the law, noise comes first.',
  'no noise': 'No noise reaches these images.',
};
const regimes: Readonly<Record<Regime, { readonly value: string; readonly words: string }>> = {
  training: { value: 'still training', words: 'What the filters have learnt is read off when the run has ended.' },
  paused: { value: 'paused', words: 'What the filters have learnt is read off when the run has ended.' },
  diverged: { value: 'diverged', words: 'The loss is out of bounds: this run says nothing about the race.' },
  failed: { value: 'not known', words: 'The run failed.' },
  unfitted: { value: 'not fitted', words: 'The run ended before the network fitted its training images: it takes more steps to tell.' },
  signal: { value: 'learns the signal', words: 'More than 90% of the filters’ energy is in the signal span at the end of the run.' },
  mixed: { value: 'mixed', words: 'Between 10% and 90% of the filters’ energy is in the signal span at the end of the run: both were learnt.' },
  noise: { value: 'memorises noise', words: 'Less than 10% of the filters’ energy is in the signal span, yet the training images are fitted.' },
};

/** Three digits, and words of infinity for what has no number. */
function short(value: number): string {
  if (value === Infinity) return '∞';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();
}

function difference(off: number): string {
  const rounded = Math.abs(off).toFixed(1);
  return rounded === '0.0' ? 'the same to 0.1%' : `${rounded}% ${off > 0 ? 'more' : 'less'}`;
}
