import type { TourFacts } from '../guide-facts';
import { value } from '../markup';
import { hundredths, plural, rank, short, withError } from '../numbers';
import { alone } from '../judged';
import { causes } from './causes';
import { percent } from './first';
import { others } from './follow';

const training = 'The network is being trained.';
const drawing = 'The images are being drawn.';

/** The story in steps of one or two sentences; every number in them is measured. */
export const tour = {
  button: 'Tour',
  label: 'Guided tour',
  count: (at: number, of: number) => `${at} of ${of}`,
  arrived: (at: number, of: number, title: string) => `${at} of ${of}: ${title}`,
  back: 'Back',
  next: 'Next',
  finish: 'Finish',
  leave: 'Leave',
  changed: 'You have changed the experiment, so this step’s words do not fit it.',
  restore: 'Back to this step’s experiment',
  steps: {
    clean: {
      title: 'Clean data have few directions',
      text: ({ data: { clean, signalDimension } }: TourFacts) =>
        clean === null
          ? drawing
          : `Every image holds one of ${signalDimension} signal vectors and nothing else. The stable rank of the data is ${value('clean', rank(clean))}: so many directions of equal energy.`,
    },
    noise: {
      title: 'Noise fills every other direction',
      text: ({ data: { clean, data, sigma } }: TourFacts) =>
        clean === null || data === null
          ? drawing
          : `Noise of σ = ${short(sigma)} says nothing about the class. Yet the stable rank of the data goes from ${value('clean', rank(clean))} to ${value('data', rank(data))}.`,
    },
    random: {
      title: 'The network starts at random',
      text: ({ filters, initial }: TourFacts) =>
        initial === null
          ? training
          : `It has ${filters} filters and has not been trained yet. They point everywhere: their stable rank is ${value('filters', rank(initial))}.`,
    },
    first: {
      title: 'First, the rank falls',
      text: ({ run: { step, looking }, least }: TourFacts) =>
        least === null
          ? training
          : `By step ${least.step} the stable rank of the filters has fallen to ${value('filters', rank(least.rank))}. ${least.rank < alone ? 'One direction has' : 'A few directions have'} grown far beyond all others.${looking && step !== least.step ? ` Step ${step} is shown.` : ''}`,
    },
    rise: {
      title: 'The signal’s singular values rise',
      text: ({ run: { risen } }: TourFacts) => {
        if (!risen || risen.count === 0) return 'Training goes on. Watch the bars before the dashed line.';
        const { count, of, first, last } = risen;
        return `${count} of the first ${of} singular values have risen to five times their initial size${first === last ? `, by step ${first}` : `, from step ${first} to step ${last}`}. Those beyond the dashed line stay behind.`;
      },
    },
    ignore: {
      title: 'The filters ignore the noise',
      text: ({ run: { filters, data, share, step }, ended }: TourFacts) =>
        !ended || filters === null || data === null
          ? training
          : `After ${plural(step ?? 0, 'step')} the filters have stable rank ${value('filters', rank(filters))}, their data ${value('data', rank(data))}.${share === null ? '' : ` Of what training moved, ${percent(share)} lies in the signal span.`}`,
    },
    winner: {
      title: 'Most filters that grow pick one feature',
      text: ({ follow, ended }: TourFacts) => {
        if (!ended || follow === null) return training;
        const { filters, following } = follow;
        return `${[`Of ${filters} filters, ${following} follow one signal vector each`, ...others(follow)].join(', ')}. In most of those that grew, a lead at the start has become the whole.`;
      },
    },
    width: {
      title: 'More width is not more rank',
      text: ({ filters, run, ended }: TourFacts) =>
        !ended || run.filters === null
          ? `Now there are ${filters} filters. ${training}`
          : `Now there are ${filters} filters, and their stable rank is ${value('filters', rank(run.filters))}: more filters, hardly more directions.`,
    },
    sweep: {
      title: 'Rank against noise',
      text: ({ curve }: TourFacts) => {
        if (!curve) return 'One run is one point. The same network is trained at every level of noise.';
        const { done, total, data, learnt } = curve;
        const made = done < total ? `${done} of ${total} runs are made.` : `${total} runs:`;
        const range =
          learnt &&
          (rank(learnt.low) === rank(learnt.high)
            ? `at ${value('filters', rank(learnt.low))}`
            : `between ${value('filters', rank(learnt.low))} and ${value('filters', rank(learnt.high))}`);
        const filters = learnt
          ? ` Up to σ = ${short(learnt.to)} that of the filters stays ${range}${learnt.last ? '' : '; then they begin to follow noise'}.`
          : '';
        return `${made} The stable rank of the data goes from ${value('clean', rank(data.first))} to ${value('data', rank(data.most))}.${filters}`;
      },
    },
    memorised: {
      title: 'Too much noise, and it memorises',
      text: ({ run: { sigma, share, testAccuracy, testError }, critical, trainAccuracy, ended }: TourFacts) => {
        const past =
          critical === null ? '' : `σ = ${short(sigma)} is past σ* = ${short(critical)}, the mark of the scaling law. `;
        if (!ended || share === null || testAccuracy === null || trainAccuracy === null) return `${past}${training}`;
        return `${past}Training accuracy is ${hundredths(trainAccuracy)}, test accuracy ${withError(testAccuracy, testError ?? 0)}: only ${percent(share)} of what training moved lies in the signal span.`;
      },
    },
    deeper: {
      title: 'One layer more, and still a low rank',
      text: ({ data: { data }, run: { filters }, ended }: TourFacts) => {
        const what = 'The added layer mixes what the filters have made of each patch. ';
        if (!ended || data === null || filters === null) return `${what}${training}`;
        return `${what}The stable rank of the filters is ${value('filters', rank(filters))}, that of their data ${value('data', rank(data))}. What images become behind them is shown depth by depth.`;
      },
    },
    causes: {
      title: 'One thing changed at a time',
      text: ({ causes: facts }: TourFacts) =>
        `The curve again for other networks and other training. ${causes.summed(facts) || training}`,
    },
    stairs: {
      title: 'Uneven patterns: a staircase',
      text: ({ run: { risen } }: TourFacts) => {
        const what =
          'In each class the last signal vector is half as long as the first. The longer one is, the sooner its direction is learnt.';
        return risen && risen.count > 0
          ? `${what} ${risen.count} of the first ${risen.of} singular values have risen to five times their initial size, the last of them by step ${risen.last}.`
          : what;
      },
    },
    digits: {
      title: 'Real digits',
      text: ({ data: { classes, clean }, run: { filters, data, testAccuracy, testError }, ended }: TourFacts) => {
        const what = `Handwritten ${classes[0]} against ${classes[1]}, in one patch of four. `;
        if (!ended || clean === null || data === null || filters === null) return `${what}${training}`;
        return `${what}Noise takes the stable rank of the data from ${value('clean', rank(clean))} to ${value('data', rank(data))}; that of the filters is ${value('filters', rank(filters))}${testAccuracy === null ? '' : `, and test accuracy is ${withError(testAccuracy, testError ?? 0)}`}.`;
      },
    },
  },
};
