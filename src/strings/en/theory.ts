import type { ImageKind } from '../../experiment/parameters';
import { kinds } from './kinds';
import type { RaceFacts, RunFacts } from '../facts';
import { found, raised } from '../markup';
import { rank } from '../numbers';
import type { NoPrediction } from '../panel-facts';

const condition = `n·SNR${raised('q')}`;
const open = 'too close to 1 for a scaling law to call.';
const rule = `A rule of thumb of this page: n/2K takes the place of n in the condition on ${condition} that Cao, Chen, Belkin and Gu (2022) proved for one signal vector and two patches.`;
const straight = 'First responses are beyond κ already, where φ is a straight line: there is no race.';

const races: Readonly<Record<RaceFacts['winner'], string>> = {
  signal: 'The left side is much larger: the signal should escape first.',
  noise: 'The right side is much larger: noise should escape first.',
  open: 'The sides are too close for a scaling law to call.',
  beyond: straight,
  'no noise': 'No noise reaches these images: the signal runs alone.',
};

const laws: Readonly<Record<RaceFacts['winner'], string>> = {
  signal: 'Well below 1: by the law, the signal comes first.',
  noise: 'Well above 1: by the law, noise comes first.',
  open: `From 0.5 to 1.3, or nearly so: ${open}`,
  beyond: straight,
  'no noise': 'No noise reaches these images.',
};

const regimes: Readonly<Record<RunFacts['regime'], { readonly value: string; readonly text: string }>> = {
  training: { value: 'still training', text: 'What the filters have learnt is read off when the run has ended.' },
  paused: { value: 'paused', text: 'What the filters have learnt is read off when the run has ended.' },
  diverged: { value: 'diverged', text: 'The loss is out of bounds: this run says nothing about the race.' },
  failed: { value: 'not known', text: 'The run failed.' },
  unfitted: {
    value: 'not fitted',
    text: 'The run ended with a large loss: more steps, a larger learning rate or a wider network may tell.',
  },
  fitted: {
    value: 'fitted',
    text: 'The training images are fitted; which directions are signal is not known of these images.',
  },
  learnt: {
    value: 'learns the signal',
    text: 'The training images are fitted; most of what training moved lies in the signal span, signal vectors that are known are all followed, and test accuracy is high.',
  },
  partly: {
    value: 'learns it in part',
    text: 'The training images are fitted, but not by the signal alone, or not by all of it.',
  },
  memorised: {
    value: 'memorises noise',
    text: 'The training images are fitted, yet most of what training moved lies outside the signal span, and test accuracy is that of guessing.',
  },
};

const noPrediction: Readonly<Record<Exclude<NoPrediction, 'untold'>, string>> = {
  'noise everywhere': 'None: the prediction is for noise in the background only, and here every patch has it.',
  'noise in the span': 'None: the prediction is for noise that is orthogonal to the signal, and here it is not.',
  ratio: 'None: the prediction is for signal vectors of one norm, and here they are unequal.',
  partner: 'None: the prediction is for orthogonal signal vectors, and here those of a pair are not.',
  colour:
    'None: the prediction is for white noise, and here it has more energy along some directions than along others.',
  tail: 'None: the prediction is for Gaussian noise, and here it has another distribution.',
};

/** A measured number beside a predicted one. @param off in percent of the prediction. */
function difference(off: number): string {
  const rounded = Math.abs(off).toFixed(1);
  return rounded === '0.0' ? 'the same to 0.1%' : `${rounded}% ${off > 0 ? 'more' : 'less'}`;
}

/** What the theory says of the current experiment, number by number, and every notion of rank of every matrix. */
export const theory = {
  terms: {
    untold: { name: 'Signal dimension and critical noise', symbol: '2K, σ*', value: 'none' },
    snr: {
      name: 'Signal-to-noise ratio',
      symbol: 'SNR',
      text: (snr: number, projected: boolean): string =>
        snr === Infinity
          ? 'There is no noise to hold the signal against: the ratio is infinite.'
          : projected
            ? 'Norm of a signal vector, μ, over that of a patch of noise, σ√(d − 2K): the noise has nothing along the signal vectors.'
            : 'Norm of a signal vector, μ, over that of a patch of noise, σ√d.',
    },
    race: {
      name: 'The race',
      symbol: `${condition} against 2K`,
      text: (winner: RaceFacts['winner']) => `${races[winner]} ${rule}`,
    },
    critical: {
      name: 'Critical noise',
      symbol: `σ* = (μ/√d)(n/2K)${raised('1/q')}`,
      text:
        'Noise at which both sides of the race are equal. ' +
        'It is a scaling law, not a sharp constant: with the other defaults, half of the filters’ energy has left the signal span near 0.9σ* with 2 patches, 0.7σ* with 4 and 0.5σ* with 16, and that moves with every other setting. The noise sweep measures it.',
    },
    ratio: { name: 'Noise, relative', symbol: 'σ/σ*', text: (winner: RaceFacts['winner']) => laws[winner] },
    predicted: {
      name: 'Predicted stable rank',
      symbol: 'of the noisy patch matrix',
      none: 'none',
      without: (why: NoPrediction, images: ImageKind) =>
        why === 'untold' ? kinds[images].untold.prediction : noPrediction[why],
      text: (measured: { readonly rank: number; readonly off: number } | null) => {
        const what =
          'Energy by the law of large numbers over the largest singular value, of the signal or at the Marchenko–Pastur edge of the noise. It is for large matrices; a finite matrix measures about 2% more on average, as its largest value is below the edge.';
        return measured === null
          ? what
          : `${what} Measured: ${found('measured', rank(measured.rank))}, ${difference(measured.off)}.`;
      },
    },
    share: {
      name: 'Signal share',
      symbol: '‖ΔWΠ‖² / ‖ΔW‖²',
      text: 'Of what training has moved so far, ΔW = W − W₀, the share of energy in the signal span, in the step that is shown.',
    },
    regime: {
      name: 'This run',
      symbol: 'measured',
      value: (regime: RunFacts['regime']) => regimes[regime].value,
      text: (regime: RunFacts['regime'], winner: RaceFacts['winner'] | null) =>
        winner === 'signal' && (regime === 'memorised' || regime === 'partly')
          ? `${regimes[regime].text} That σ is below σ* does not contradict it: the law leaves a constant open.`
          : regimes[regime].text,
    },
  },
  ranks: {
    label: 'Every notion of rank of every matrix',
    caption: 'Every notion of rank, of every matrix',
    matrix: 'Matrix',
    chosen: 'chosen',
    size: 'Rows × columns',
    stale: '(before the last change)',
    rows: {
      'clean-patch': 'Clean data, patch matrix',
      'noisy-patch': 'Noisy data, patch matrix',
      'clean-image': 'Clean data, image matrix',
      'noisy-image': 'Noisy data, image matrix',
      'initial-filters': 'Filters at initialisation',
      'shown-filters': 'Filters now',
      moved: 'What training moved, W − W₀',
      gradient: 'Gradient of the loss in the filters',
      'initial-W2': 'Second layer at initialisation',
      'shown-W2': 'Second layer now',
      'initial-W3': 'Third layer at initialisation',
      'shown-W3': 'Third layer now',
      'initial-W4': 'Fourth layer at initialisation',
      'shown-W4': 'Fourth layer now',
      'initial-c': 'Class token at initialisation',
      'shown-c': 'Class token now',
      'initial-Wq': 'Queries at initialisation',
      'shown-Wq': 'Queries now',
      'initial-Wk': 'Keys at initialisation',
      'shown-Wk': 'Keys now',
      'initial-Wv': 'Values at initialisation',
      'shown-Wv': 'Values now',
      'initial-Wm': 'Mixing after attention at initialisation',
      'shown-Wm': 'Mixing after attention now',
    },
    failed: 'not known',
    computing: 'computing …',
    later: 'after the run',
  },
};
