import type { VariantName } from '../../experiment/variants';
import { causesTold } from '../causes-told';
import type { VariantsFacts } from '../guide-facts';
import type { CauseFacts, CauseRunFacts } from '../panel-facts';
import { hundredths, plural, short } from '../numbers';
import { percent } from './first';

const names: Readonly<Record<VariantName, string>> = {
  usual: 'Two layers, gradient descent',
  momentum: 'Momentum',
  batches: 'Batches of 16',
  decay: 'Weight decay 0.001',
  adam: 'Adam',
  relu: 'Plain ReLU, q = 1',
  dense: 'Without weight sharing',
  depth3: 'Depth 3',
  depth5: 'Depth 5',
  transformer: 'Transformer',
  linear: 'Transformer, linear token',
  shuffled: 'Random labels',
};

/** What the claim is due to: one figure of small multiples, and a computed sentence for each. */
export const causes = {
  title: 'What is it due to?',
  lead: 'Is it gradient descent, is it the convolution, is it two layers? The same curve on these images for each, with one thing changed and all else as it is.',
  names,
  /** What came of all; nothing where there is no other to compare with. */
  summed: ({ notion, noise, measured, kept, astray, clean }: VariantsFacts) => {
    if (measured < 2) return '';
    const ranks = `From σ = 0 to ${short(noise)} the ${notion} rank of the filters is kept in ${kept} of the ${measured} variants that are measured.`;
    return astray.length === 0
      ? `${ranks} In none of them less than ${percent(clean)} of what training moved is signal there.`
      : `${ranks} Less than ${percent(clean)} of what training moved is signal there in ${astray.length}: ${astray.map((name) => names[name]).join('; ')}.`;
  },
  label: 'Variants of network and training',
  start: (runs: number) => `Measure all variants: ${plural(runs, 'run')}`,
  resume: 'Go on',
  stop: 'Stop',
  again: 'Try again',
  about: (seconds: number) => (seconds < 90 ? `about ${seconds} s here` : `about ${Math.round(seconds / 60)} min here`),
  waiting: 'Measured once the run above has ended.',
  running: 'All variants are being measured',
  progress: 'Share of the runs that are there',
  done: (done: number, total: number) => `${done} of ${total} runs`,
  ready: (total: number) => `${plural(total, 'run')} measured`,
  failed: (failure: string) => `A run could not be made: ${failure}`,
  figure: 'Rank, signal share and test accuracy against noise, for each variant',
  description: (done: number, total: number) =>
    `${done} of ${total} runs are there. The table below says what came of each.`,
  some: (shown: number, all: number) => `${shown} of ${all} variants`,
  axis: { ratio: 'background noise σ/σ*, σ* that of two layers', sigma: 'background noise σ' },
  lines: {
    filters: (notion: string) => `filters’ ${notion}`,
    data: 'noisy data’s',
    share: 'signal share',
    test: 'test accuracy',
    usual: 'two layers, gradient descent',
  },
  runs: 'Runs of all variants',
  run: (name: string, notion: string, { noise, rank, share, test }: CauseRunFacts) =>
    `${name}, σ = ${noise}: ${rank === null ? 'diverged' : `${notion} ${rank}`}${share === null ? '' : `, signal share ${share}`}${test === null ? '' : `, test accuracy ${hundredths(test)}`}`,
  open: (run: string) => `${run}. Open this run`,
  openVariant: (name: string) => `Open the run: ${name}`,
  table: { label: 'What came of each variant, in a sentence', variant: 'Variant', found: 'Measured' },
  pending: 'still to be measured',
  tell: (facts: CauseFacts) =>
    causesTold(facts, {
      rank: ({ notion, from, to, noise, dataFrom, dataTo }) =>
        `From σ = 0 to ${noise} the filters’ ${notion} goes ${from} → ${to} (data ${dataFrom} → ${dataTo})`,
      kept: 'it is kept',
      rises: (times) => `it rises ${times}-fold`,
      falls: (times) => `it falls to 1/${times}`,
      half: (at, isRatio) => `half of what training moved has left the signal span at ${at}${isRatio ? 'σ*' : ''}`,
      never: (least, most, isRatio) =>
        `at least ${least} of what training moved stays in the signal span up to ${most}${isRatio ? 'σ*' : ''}`,
      low: (share) => `only ${share} of what training moved lies in the signal span even without noise`,
      test: (noise, accuracy, beyond, later) =>
        `test accuracy is ${accuracy} at σ = ${noise} and ${later} at ${beyond}`,
      diverged: 'it diverged',
      join: (parts) => {
        const text = parts.join('; ');
        return `${text}.`;
      },
    }),
};
