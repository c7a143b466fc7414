import type { ColourFacts, ContrastFacts, LabelFacts, StairsFacts, StopFacts } from '../edge-facts';
import { againstClean } from '../judged';
import { term, value } from '../markup';
import { hundredths, plural, rank, short } from '../numbers';
import { percent } from './first';

/** When the signal share began to leave, beside what the rank did. */
function ofShare(step: number, grown: number | undefined, half: number | undefined): string {
  const fallen = `has fallen by a tenth at step ${step}`;
  if (grown === undefined)
    return half === undefined || step < half
      ? `The signal share tells: it ${fallen}; but it needs the signal to be known.`
      : `The signal share ${fallen}, later than that.`;
  if (step < grown) return `The signal share moves first: it ${fallen}; but it needs the signal to be known.`;
  return `The signal share ${fallen}, ${step === grown ? 'as early as the rank' : 'later than the rank'}.`;
}

/** What became of wrong labels, and what the rank said of it. */
function told({ says, fitted, least, grown, half, left, end, steps }: LabelFacts): string {
  const atEnd = `After ${plural(steps, 'step')} ${percent(end.right)} of the rightly labelled images are fitted and ${percent(end.wrong)} of the wrongly labelled ones`;
  if (!fitted || !least) return `${atEnd}: the rightly labelled ones are not fitted first here.`;
  const start = `By step ${fitted.step} the rightly labelled images are fitted.`;
  if (says === 'nothing')
    return `${start} ${atEnd}; the effective rank has not grown by half: it is ${value('filters', end.rank)}.`;
  const later = half ? `half of the wrong labels are fitted by step ${half.step}` : '';
  const moved = left ? ` ${ofShare(left.step, grown?.step, half?.step)}` : '';
  const rise = grown
    ? `At step ${grown.step} the effective rank is up by half, ${value('filters', `${least.rank} → ${grown.rank}`)}`
    : '';
  const sentence = {
    first: `${rise}, before any wrong label is fitted; ${later}. The rank knows first, without knowing the signal or a test image.`,
    'before half': `${rise}; ${later}. The rank warns, though some of them are fitted already.`,
    late: `Here ${later}. ${rise}: too late to warn.`,
    grown: `${rise}. ${atEnd}.`,
    blind: `Here ${later}, and the effective rank has not grown by half: it ends at ${value('filters', end.rank)}. The rank is blind: what is memorised comes in along few new directions.`,
  }[says];
  return `${start} ${sentence}${moved}`;
}

const contrasts: Readonly<Record<ContrastFacts['says'], string>> = {
  first: 'the rank is up by half before any wrong label is fitted',
  'before half': 'the rank is up by half before half of them are fitted',
  late: 'the rank is up by half only after half of them are fitted',
  blind: 'half of them are fitted, and the rank is not up by half',
  grown: 'the rank is up by half; half of them are not fitted yet',
  nothing: 'half of them are not fitted yet, and the rank is not up by half',
};

/** Where the claim's edges are: wrong labels, uneven patterns, coloured noise. */
export const edges = {
  story: {
    title: 'Where the claim’s edges are',
    what: 'The paper’s labels are right, its signal vectors equally strong, and its noise is white. Here each can be otherwise.',
    labels:
      'Wrong labels: no signal explains them, so whoever fits them memorises noise. In the two-layer network the rank of the filters can grow before that happens.',
    stairs: `Uneven patterns: the stronger a signal vector, the sooner it is learnt, and each takes a ${term('singular-value', 'singular value')} of the filters up with it.`,
    colour: `Coloured noise has directions of its own. Where the strongest of them outgrows the signal, the ${term('stable-rank', 'stable rank')} of the data falls while their effective rank rises.`,
    take: {
      labels: 'Turn one label in ten',
      stairs: 'Make the patterns uneven',
      colour: 'Colour the noise',
      default: 'Back to the default experiment',
    },
  },
  colour: {
    noise: 'noise alone',
    tell: ({ colour, sigma, stable, effective, filters }: ColourFacts) => {
      const both = `At α = ${short(colour)} and σ = ${short(sigma)} noise takes the stable rank of the data ${value('data', `${rank(stable[0])} → ${rank(stable[1])}`)}, and their effective rank ${value('data', `${rank(effective[0])} → ${rank(effective[1])}`)}`;
      const turned =
        againstClean(stable[1], stable[0]) === 'lower' && againstClean(effective[1], effective[0]) === 'far higher'
          ? ': the figure turns over'
          : '';
      return `${both}${turned}.${filters === null ? '' : ` The filters have a stable rank of ${value('filters', rank(filters))}.`}`;
    },
  },
  labels: {
    none: 'No training label is wrong here.',
    waiting: 'What came first is told when the run has ended.',
    lines: { right: 'right labels', wrong: 'wrong labels', test: 'test', loss: 'loss', testLoss: 'test' },
    accuracy: 'share of images that are fitted',
    loss: 'loss',
    names: {
      accuracy: 'Training accuracy by label, and test accuracy',
      rank: 'Rank of the filters under wrong labels',
      loss: 'Loss under wrong labels',
      spectra: 'Singular values where to stop, and where going on leads',
    },
    events: { fitted: 'right labels fitted', grown: 'rank up by half', half: 'half of the wrong' },
    rank: (notion: string) => `${notion} of the filters`,
    notion: 'Rank',
    accuracyAt: (at: { readonly step: number; readonly right: number; readonly wrong: number } | null) =>
      at === null
        ? 'Nothing is measured yet.'
        : `At step ${at.step} ${percent(at.right)} of the rightly labelled training images are fitted, and ${percent(at.wrong)} of the wrongly labelled ones.`,
    rankAt: (at: { readonly step: number; readonly rank: string } | null) =>
      at === null ? 'Nothing is measured yet.' : `At step ${at.step} the rank is ${at.rank}.`,
    lossAt: (at: { readonly step: number; readonly loss: string } | null) =>
      at === null ? 'Nothing is measured yet.' : `At step ${at.step} the loss is ${at.loss}.`,
    tell: told,
    stop: ({ by, step }: Pick<StopFacts, 'by' | 'step'>) =>
      by === 'rank'
        ? `Stop at step ${step}, where the rank warns`
        : `Stop at step ${step}, where test accuracy is highest`,
    on: (steps: number) => `Go on to step ${steps}`,
    compared: ({ step, steps, test, wrong }: StopFacts) => {
      const labels = `At step ${step} ${percent(wrong[0])} of the wrong labels are fitted, at step ${steps} ${percent(wrong[1])}`;
      return test === null
        ? `${labels}.`
        : `${labels}; test accuracy is ${hundredths(test[0])} there and ${hundredths(test[1])} at the end.`;
    },
    spectra: {
      caption: 'singular value of the filters',
      before: 'where the rank is least',
      stopped: (step: number) => `Stopping at step ${step}`,
      on: (step: number) => `Going on to step ${step}`,
      shown: (step: number) => `At step ${step}`,
      description: (cells: readonly { readonly name: string; readonly rank: string }[]) =>
        `Effective rank of the filters: ${cells.map(({ name, rank: each }) => `${name} ${each}`).join(', ')}.`,
    },
    contrast: {
      lead: 'The same images and labels under four networks: the share of wrong labels that is fitted, and the effective rank of the first layer as a share of the most that it can be.',
      make: 'Train four networks on these labels',
      wrong: 'wrong labels',
      rank: 'rank',
      caption: 'share',
      names: { cnn: 'Two layers', depth3: 'Depth 3', depth5: 'Depth 5', transformer: 'Transformer' },
      pending: 'being made …',
      tell: ({ says, from, to, half }: ContrastFacts) =>
        `${contrasts[says]}. Effective rank ${value('filters', `${from} → ${to}`)}${half === null ? '' : `, half of the wrong labels by step ${half}`}.`,
    },
  },
  stairs: {
    name: 'Singular values of the filters, by pattern',
    caption: 'singular value of the filters, by the pattern that it belongs to',
    place: (at: number) => `singular value ${at}`,
    unknown: 'Patterns are known of synthetic images alone, and of filters that all patches share.',
    tell: ({ risen, of, steps, uneven, strongestFirst }: StairsFacts) => {
      if (risen.length === 0) return `In ${plural(steps, 'step')} none of the ${of} patterns has risen.`;
      const list = risen.map(({ name, step }) => `${name} at step ${step}`).join(', ');
      const order = uneven ? (strongestFirst ? ', strongest first' : ', not strongest first throughout') : '';
      const missing = risen.length < of ? ` ${of - risen.length} of ${of} have not risen.` : '';
      return `Singular values of the filters that have come to five times the largest at the start, each named after the pattern that its direction has most in common with: ${list}${order}.${missing}`;
    },
  },
};
