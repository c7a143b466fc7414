import { mostly } from '../judged';
import type { FewFacts, WiderFacts } from '../facts';
import { value } from '../markup';
import { hundredths, plural, rank, short } from '../numbers';
import { percent } from './first';

/** What a visitor may guess before it is measured. */
export const guesses = {
  again: 'Guess again',
  making: (done: number, total: number) => `${done} of ${plural(total, 'network')} trained`,
  wider: {
    title: 'Where will the blue line go?',
    what: ({ from, to }: { readonly from: number; readonly to: number }) =>
      `The line is the stable rank of the default network’s ${from} filters at five levels of noise. With ${to} filters, four times as many: draw where it will go, or set the five points.`,
    at: (sigma: number) => `Your guess at σ = ${short(sigma)}`,
    start: 'Train the wider networks',
    picture: 'Stable rank of the filters against background noise',
    axis: 'background noise σ',
    guess: 'your guess',
    filters: (filters: number) => `${filters} filters`,
    told: ({ filters, sigma, known, measured, most, off }: WiderFacts) => {
      const ends = (ranks: readonly number[]) =>
        `${value('filters', rank(ranks[0]!))} at σ = ${short(sigma[0]!)} and ${value('filters', rank(ranks.at(-1)!))} at σ = ${short(sigma.at(-1)!)}`;
      const yours = off === null ? '' : ` Your line was ${off.toFixed(1)} away on average.`;
      return `Measured, the rank of ${filters[1]} filters is ${ends(measured)}; that of ${filters[0]} is ${ends(known)}. At no level do they differ by more than ${most.toFixed(1)}.${yours}`;
    },
  },
  few: {
    title: 'What rank has a network that learns nothing?',
    what: ({ images, sigma }: { readonly images: number; readonly sigma: number }) =>
      `Leave it ${images} images, with noise of σ = ${short(sigma)}, and everything else as in the default experiment. Guess the stable rank of its filters, then train it.`,
    label: 'Your guess',
    start: 'Train it',
    told: ({ images, trainAccuracy, testAccuracy, share, rank: own, usual, guess }: FewFacts) => {
      const fits =
        trainAccuracy === 1
          ? `It tells all ${images} training images apart`
          : `It tells ${percent(trainAccuracy)} of its training images apart`;
      const tests =
        testAccuracy === null ? '' : `; on new ones its accuracy is ${hundredths(testAccuracy)}, where chance is 0.50`;
      const held = `Its filters have stable rank ${value('filters', rank(own))}, those of the default experiment ${value('filters', rank(usual))}.`;
      const lesson =
        share !== null && share < mostly
          ? ` The signal span holds ${percent(share)} of what training moved: a low rank alone is no sign of having learnt.`
          : '';
      return `${fits}${tests}. ${held}${lesson} You guessed ${rank(guess)}.`;
    },
  },
};
