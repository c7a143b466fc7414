import type { PresetName } from '../../src/experiment/presets';
import type { KeptFilter, KeptPoint, KeptRun, KeptSeed } from './kept';

/**
 * What the page says of presets and in the tour, held against what was measured. Each judge reads singular values,
 * losses and filters by itself, sharing no arithmetic with the page, and says why its sentence is then true.
 */

const squared = (values: readonly number[]) => values.map((value) => value * value);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
/** All energy in units of the largest direction, which comes first. */
export const stable = (values: readonly number[]) => sum(squared(values)) / values[0]! ** 2;
/** The exponential of the entropy of the values' shares. */
const effective = (values: readonly number[]) => {
  const total = sum(values);
  return Math.exp(-sum(values.map((value) => (value > 0 ? (value / total) * Math.log(value / total) : 0))));
};
/** Directions with more than a tenth of the largest singular value. */
const directions = (values: readonly number[]) => values.filter((value) => value > Math.max(...values) / 10).length;
const valuesOf = ({ values, rest }: KeptPoint) => (rest === null ? values : [...values, rest]);
const endOf = (run: KeptRun) => run.points.at(-1)!;
const share = (run: KeptRun) => endOf(run).of!.signalShare as number;
const near = (a: number, b: number, by: number) => Math.abs(a / b - 1) < by;
const fitted = (run: KeptRun) => endOf(run).loss < 0.1 && endOf(run).trainAccuracy > 0.99;

/** Filters that follow one signal vector, mix several, follow noise, or stayed short. */
export function counted(filters: readonly KeptFilter[]) {
  const inSpan = filters.filter(({ rest }) => rest <= 0.5);
  const off = filters.filter(({ rest }) => rest > 0.5);
  return {
    filters: filters.length,
    following: inSpan.filter(({ cosine }) => cosine ** 2 >= 0.5).length,
    mixed: inSpan.filter(({ cosine }) => cosine ** 2 < 0.5).length,
    noise: off.filter(({ norm }) => norm >= 0.1).length,
    idle: off.filter(({ norm }) => norm < 0.1).length,
  };
}

const growsFivefold =
  'the rank of the data grows fivefold or more; that of the filters is at most a third above that without noise, and not below it by as much';
const outgrows = (run: KeptRun, still: KeptRun) =>
  stable(run.data.data) > 5 * stable(run.data.clean) &&
  near(stable(valuesOf(endOf(run))), stable(valuesOf(endOf(still))), 1 / 3);

const staysLow =
  'the stable rank is less than a sixth, the share of energy in the signal span above 0.7 with every seed, and the run fits its images';
const low = (run: KeptRun) =>
  6 * stable(valuesOf(endOf(run))) < stable(run.data.data) && share(run) > 0.7 && fitted(run);
const strongestFirst =
  'the filters grow along the longest pair of vectors by the step at which they do along the next, and along that before the shortest';
/** Pairs of equal length are learnt in any order. */
const isStaircase = ({ rose = [] }: KeptRun) => {
  const at = (k: number) => rose[k] ?? Infinity;
  const last = (pair: number) => Math.max(at(2 * pair), at(2 * pair + 1)),
    first = (pair: number) => Math.min(at(2 * pair), at(2 * pair + 1));
  return rose.length === 6 && last(0) <= first(1) && last(1) <= first(2) && last(2) < Infinity;
};

interface Judge {
  readonly sentence: string;
  readonly because: string;
  holds(seed: KeptSeed): boolean;
}

/** The sentence of every preset. */
export const looks: Readonly<Record<PresetName, Judge>> = {
  default: {
    sentence: 'Noise fills every other direction of the data; the filters keep to the few that matter.',
    because: 'all 64 directions of the data count, six of the filters do, and these are in the signal span',
    holds: ({ runs: { default: run } }) =>
      directions(run!.data.data) === 64 && directions(valuesOf(endOf(run!))) === 6 && share(run!) > 0.999,
  },
  'no-noise': {
    sentence: 'Without noise data and filters have the same few directions.',
    because: 'six directions of the data count and six of the filters, which lie in the span of the data',
    holds: ({ runs }) => {
      const run = runs['no-noise']!;
      return directions(run.data.data) === 6 && directions(valuesOf(endOf(run))) === 6 && share(run) > 0.999;
    },
  },
  wide: {
    sentence: 'Eight hundred filters, and still six directions: width is not rank.',
    because: 'with 800 filters as with 128 six directions count, and the stable rank is within a third',
    holds: ({ runs: { wide, default: usual } }) =>
      endOf(wide!).of!.rows === 800 &&
      directions(valuesOf(endOf(wide!))) === 6 &&
      near(stable(valuesOf(endOf(wide!))), stable(valuesOf(endOf(usual!))), 1 / 3),
  },
  'nine-patches': {
    sentence:
      'Eight patches of noise beside the object, not three; over nine tenths of the filters’ energy still keeps to the signal.',
    because: 'the share of energy in the signal span is above 0.9, and the run fits its images',
    holds: ({ runs }) => share(runs['nine-patches']!) > 0.9 && fitted(runs['nine-patches']!),
  },
  'image-matrix': {
    sentence:
      'The default run, with whole images as rows of the data: more directions than signal vectors even when clean, and with noise over three times as many.',
    because: 'clean images have a stable rank above twice six, noisy ones above three times that of the clean ones',
    holds: ({ runs }) => {
      const { data, clean } = runs['image-matrix']!.data;
      return stable(clean) > 12 && stable(data) > 3 * stable(clean);
    },
  },
  mnist: {
    sentence: 'Handwritten digits among patches of noise: the data’s rank grows, the filters’ hardly moves.',
    because:
      'the rank of the data grows eightfold or more, that of the filters differs by less than a fifth from that without noise',
    holds: ({ runs }) => {
      const run = runs.mnist!,
        still = runs['mnist without noise']!;
      return (
        stable(run.data.data) > 8 * stable(run.data.clean) &&
        near(stable(valuesOf(endOf(run))), stable(valuesOf(endOf(still))), 0.2)
      );
    },
  },
  shoes: {
    sentence:
      'Sneakers against ankle boots among patches of noise: the data’s rank grows more than fivefold, the filters’ by less than a third.',
    because: growsFivefold,
    holds: ({ runs }) => outgrows(runs.shoes!, runs['shoes without noise']!),
  },
  clothes: {
    sentence:
      'Trousers against shirts among patches of noise: the data’s rank grows more than fivefold, the filters’ by less than a third.',
    because: growsFivefold,
    holds: ({ runs }) => outgrows(runs.clothes!, runs['clothes without noise']!),
  },
  deep: {
    sentence:
      'Five layers deep, and the filters’ rank is less than a sixth of the data’s; over seven tenths of their energy keeps to the signal.',
    because: staysLow,
    holds: ({ runs }) => low(runs.deep!),
  },
  transformer: {
    sentence:
      'Attention reads the filters here, and their rank is less than a sixth of the data’s; over seven tenths of their energy keeps to the signal.',
    because: staysLow,
    holds: ({ runs }) => low(runs.transformer!),
  },
  'near-critical': {
    sentence: 'Where it breaks: most filters follow noise, and about half of their energy lies off the signal.',
    because: 'more than half of the filters have most of their energy off the span, all together 35% to 65%',
    holds: ({ runs }) => {
      const run = runs['near-critical']!,
        { noise, filters } = counted(run.filters);
      return noise > filters / 2 && Math.abs(share(run) - 0.5) < 0.15;
    },
  },
  memorised: {
    sentence: 'With so much noise the network memorises it: training accuracy 1, test accuracy near chance.',
    because: 'the images are fitted with under a tenth of the energy in the span; tests are right in 42% to 58%',
    holds: ({ runs: { memorised: run } }) =>
      fitted(run!) &&
      share(run!) < 0.1 &&
      endOf(run!).trainAccuracy === 1 &&
      Math.abs(endOf(run!).testAccuracy! - 0.5) < 0.08,
  },
  'few-images': {
    sentence: 'Every signal vector is in four images, too few to outweigh their noise.',
    because:
      '24 images take turns at six signal vectors, and fitting them leaves under an eighth of the energy in the span',
    holds: ({ runs }) => {
      const run = runs['few-images']!;
      return run.data.rows / 4 === 6 * 4 && fitted(run) && share(run) < 1 / 8;
    },
  },
  adam: {
    sentence:
      'Adam follows noise beside the signal: the filters’ stable rank stays low, their effective rank is over three times that by gradient descent.',
    because:
      'the effective rank is more than three times as large, the stable rank is below 6, and the images are fitted',
    holds: ({ runs: { adam, default: usual } }) => {
      const [by, descent] = [adam!, usual!].map((run) => valuesOf(endOf(run))) as [number[], number[]];
      return effective(by) > 3 * effective(descent) && stable(by) < 6 && fitted(adam!);
    },
  },
  dense: {
    sentence:
      'Without weight sharing noise takes part of the filters: less than seven tenths of their energy keeps to the signal.',
    because:
      'of the energy less than seven tenths, and more than half, is in the signal span, and the images are fitted',
    holds: ({ runs: { dense: run } }) => share(run!) < 0.7 && share(run!) > 0.5 && fitted(run!),
  },
  diverges: {
    sentence: 'With noise on the object too and such large steps, the loss leaves its bounds and stays there.',
    because: 'the page calls the run diverged, and its last loss is far above that of guessing, log 2',
    holds: ({ runs: { diverges: run } }) => run!.diverged && endOf(run!).loss > 10 * Math.LN2,
  },
  staircase: {
    sentence:
      'In each class the last signal vector is half as long as the first: directions are learnt one after another, strongest first.',
    because: strongestFirst,
    holds: ({ runs: { staircase: run } }) => isStaircase(run!),
  },
  'wrong-labels': {
    sentence:
      'One label in ten is wrong, and twice as many steps as usual fit them all: effective rank four times as high as with right labels.',
    because:
      'every training image is told as it is labelled, and the effective rank is more than four times the default run’s',
    holds: ({ runs: { 'wrong-labels': run, default: usual } }) =>
      endOf(run!).trainAccuracy === 1 && effective(valuesOf(endOf(run!))) > 4 * effective(valuesOf(endOf(usual!))),
  },
  coloured: {
    sentence:
      'The figure turns over: this noise takes the stable rank of the data below that of clean data, and their effective rank to more than eight times it.',
    because: 'so are the ranks of the data’s singular values',
    holds: ({ runs: { coloured: run } }) => {
      const { data, clean } = run!.data;
      return stable(data) < stable(clean) && effective(data) > 8 * effective(clean);
    },
  },
};

interface StepJudge {
  readonly title: string;
  readonly because: string;
  /** What must stand in the text, of what was measured; null where what the words claim was not so. */
  says(seed: KeptSeed): readonly string[] | null;
}

const given = (claims: boolean, ...words: readonly string[]) => (claims ? words : null);
const one = (value: number) => value.toFixed(1);

/** The titles and texts of the tour. */
export const steps: Readonly<Record<string, StepJudge>> = {
  clean: {
    title: 'Clean data have few directions',
    because: 'six singular values of the clean data are equal, and all others are zero',
    says: ({ runs }) => {
      const { clean } = runs['no-noise']!.data;
      const equal = near(clean[5]!, clean[0]!, 1e-4) && clean.slice(6).every((value) => value < 1e-3);
      return given(
        equal,
        'one of 6 signal vectors and nothing else',
        `is ${one(stable(clean))}: so many directions of equal`,
      );
    },
  },
  noise: {
    title: 'Noise fills every other direction',
    because: 'all 64 directions of the noisy data count',
    says: ({ runs: { default: run } }) => {
      const { data, clean } = run!.data;
      return given(directions(data) === 64, 'σ = 0.2', `from ${one(stable(clean))} to ${one(stable(data))}`);
    },
  },
  random: {
    title: 'The network starts at random',
    because: 'all 64 directions of the first filters count',
    says: ({ runs: { default: run } }) => {
      const first = valuesOf(run!.points[0]!);
      return given(directions(first) === 64, '128 filters', `stable rank is ${one(stable(first))}`);
    },
  },
  first: {
    title: 'First, the rank falls',
    because:
      'the rank is least at that step, below its start and its end; the leaders have five times the energy of the next, or are several',
    says: ({ runs: { default: run } }) => {
      const { points } = run!;
      const ranks = points.map((point) => stable(valuesOf(point)));
      const least = Math.min(...ranks),
        at = points[ranks.indexOf(least)]!;
      const [s1, s2, s3] = valuesOf(at) as [number, number, number];
      const alone = s1 ** 2 > 5 * s2 ** 2;
      const few = s3 ** 2 > 0.2 * s1 ** 2 || s2 ** 2 > 0.4 * s1 ** 2;
      return given(
        least < ranks[0]! / 3 && least < ranks.at(-1)! && (alone || few),
        `By step ${at.step} the stable rank of the filters has fallen to ${one(least)}`,
        alone ? 'One direction has grown' : 'A few directions have grown',
      );
    },
  },
  rise: {
    title: 'The signal’s singular values rise',
    because:
      'these values reach five times their first ones at these steps; the seventh ends at less than a tenth of the sixth',
    says: ({ runs: { default: run } }) => {
      const { points } = run!;
      const first = valuesOf(points[0]!),
        last = valuesOf(points.at(-1)!);
      const rose = [0, 1, 2, 3, 4, 5].flatMap(
        (i) => points.find((point) => valuesOf(point)[i]! >= 5 * first[i]!)?.step ?? [],
      );
      return given(
        rose.length === 6 && last[6]! < last[5]! / 10,
        '6 of the first 6 singular values have risen',
        `from step ${Math.min(...rose)} to step ${Math.max(...rose)}`,
        'Those beyond the dashed line stay behind',
      );
    },
  },
  ignore: {
    title: 'The filters ignore the noise',
    because: 'over 99.9% of the energy is in the signal span, and no direction beyond the sixth counts',
    says: ({ runs: { default: run } }) => {
      const end = valuesOf(endOf(run!));
      return given(
        share(run!) > 0.999 && directions(end) === 6,
        `stable rank ${one(stable(end))}, their data ${one(stable(run!.data.data))}`,
      );
    },
  },
  winner: {
    title: 'Most filters that grow pick one feature',
    because:
      'of filters longer than a tenth of the longest more than half lie within 8° of the vector of their class that they began nearest to',
    says: ({ runs: { default: run } }) => {
      const { filters, following, mixed, idle, noise } = counted(run!.filters);
      const grown = run!.filters.filter(({ norm }) => norm >= 0.1);
      const picked = grown.filter(({ cosine, most, led }) => cosine > 0.99 && most === led);
      return given(
        picked.length > grown.length / 2 && noise === 0,
        `Of ${filters} filters, ${following} follow one signal vector each`,
        ...(mixed > 0 ? [`${mixed} mix`] : []),
        `${idle} stayed short`,
      );
    },
  },
  width: {
    title: 'More width is not more rank',
    because: 'with 800 filters as with 128 six directions count',
    says: ({ runs: { wide, default: usual } }) => {
      const [many, few] = [wide!, usual!].map((run) => valuesOf(endOf(run))) as [number[], number[]];
      return given(
        directions(many) === directions(few) && near(stable(many), stable(few), 1 / 3),
        `800 filters, and their stable rank is ${one(stable(many))}`,
        'hardly more directions',
      );
    },
  },
  sweep: {
    title: 'Rank against noise',
    because:
      'up to that level nine tenths of the energy of what training moved are in the span and the rank stays within these bounds; at the next it is less',
    says: ({ curve }) => {
      const shares = curve.map(({ matrices }) => matrices[0]!.moved!.share);
      const ranks = curve.map(({ matrices }) => matrices[0]!.ranks.stable);
      const data = curve.map(({ data: { stable: rank } }) => rank);
      const end = shares.findIndex((value) => value < 0.9);
      const kept = ranks.slice(0, end);
      const [low, high] = [Math.min(...kept), Math.max(...kept)];
      return given(
        end > 3 && high < 1.25 * low,
        `${curve.length} runs`,
        `from ${one(data[0]!)} to ${one(Math.max(...data))}`,
        one(low) === one(high) ? `at ${one(low)}` : `between ${one(low)} and ${one(high)}`,
        'then they begin to follow noise',
      );
    },
  },
  memorised: {
    title: 'Too much noise, and it memorises',
    because: 'the images are fitted with under a twentieth of the energy in the span; tests are right in 42% to 58%',
    says: ({ runs }) => {
      const run = runs['tour: memorised']!,
        { trainAccuracy, testAccuracy } = endOf(run);
      return given(
        fitted(run) && share(run) < 0.05 && Math.abs(testAccuracy! - 0.5) < 0.08,
        'σ = 0.45 is past σ* = 0.427',
        `Training accuracy is ${trainAccuracy.toFixed(2)}, test accuracy ${testAccuracy!.toFixed(2)}`,
      );
    },
  },
  deeper: {
    title: 'One layer more, and still a low rank',
    because: 'the images are fitted, and the rank of the filters is below a sixth of that of the data',
    says: ({ runs }) => {
      const run = runs['tour: deeper']!;
      const end = valuesOf(endOf(run));
      return given(
        fitted(run) && 6 * stable(end) < stable(run.data.data),
        'The added layer mixes',
        `of the filters is ${one(stable(end))}, that of their data ${one(stable(run.data.data))}`,
      );
    },
  },
  causes: {
    title: 'One thing changed at a time',
    because: 'what is said of variants is counted; before they are measured it says only what they are',
    says: () => ['The curve again for other networks and other training.'],
  },
  stairs: {
    title: 'Uneven patterns: a staircase',
    because: strongestFirst,
    says: ({ runs: { staircase: run } }) =>
      given(isStaircase(run!), 'half as long as the first', 'the sooner its direction is learnt'),
  },
  digits: {
    title: 'Real digits',
    because: 'the numbers are those measured, and the digits are told apart',
    says: ({ runs: { mnist: run } }) => {
      const { data, clean } = run!.data;
      const { testAccuracy } = endOf(run!);
      return given(
        testAccuracy! > 0.95,
        'Handwritten 0 against 1, in one patch of four',
        `from ${one(stable(clean))} to ${one(stable(data))}`,
        `that of the filters is ${one(stable(valuesOf(endOf(run!))))}`,
        `test accuracy is ${testAccuracy!.toFixed(2)}`,
      );
    },
  },
};

/** What the README says of its links and of the whole. */
export const readme: readonly Judge[] = [
  {
    sentence: 'the rank of the data explodes; the rank of a CNN trained on them by gradient descent hardly moves',
    because:
      'from σ = 0 to 0.2 the stable rank of the data grows sixfold or more, that of the filters moves by less than a twentieth',
    holds: ({ runs }) => {
      const run = runs.default!,
        still = runs['no-noise']!;
      return (
        stable(run.data.data) > 6 * stable(run.data.clean) &&
        near(stable(valuesOf(endOf(run))), stable(valuesOf(endOf(still))), 0.05)
      );
    },
  },
  { ...looks['no-noise'], sentence: '`#sigma=0` | no noise: data and filters have the same few directions' },
  {
    sentence:
      '`#sigma=0.4` | twice the noise: the network memorises it, though the stable rank of its filters is still far below that of the data',
    because: 'what is said of the preset, and the rank of the filters is below a third of that of the data',
    holds: (seed) => {
      const run = seed.runs.memorised!;
      return looks.memorised.holds(seed) && 3 * stable(valuesOf(endOf(run))) < stable(run.data.data);
    },
  },
  { ...looks.wide, sentence: '`#m=400` | a wide network, and still six directions' },
];
