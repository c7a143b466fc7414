import { encodeLink } from '../../src/experiment/link';
import { defaultsOf } from '../../src/experiment/own-defaults';
import { defaults, type Experiment } from '../../src/experiment/parameters';
import { predictedRankOf, criticalNoiseOf } from '../../src/theory/of-experiment';
import type { RunEnd } from './run-end';

/** The least and the most that a measured value may be. */
export type Bounds = readonly [least: number, most: number];

/** What is claimed of runs at full size, over several seeds, with what must then be measured. */
export interface Claim {
  readonly name: string;
  readonly because: string;
  readonly seeds: readonly number[];
  /** By a name each. */
  runs(seed: number): Readonly<Record<string, Experiment>>;
  /** What is measured of those runs, for each of the bounds. */
  measured(ends: Readonly<Record<string, RunEnd>>, runs: Readonly<Record<string, Experiment>>): Record<string, number>;
  readonly bounds: Readonly<Record<string, Bounds>>;
}

export const claimLink = (experiment: Experiment) => `#${encodeLink(experiment)}`;

const three = [1, 2, 3];
const from = (patch: Partial<Experiment>): Experiment => ({ ...defaultsOf({ ...defaults, ...patch }), ...patch });
const off = (a: number, b: number) => Math.abs(a / b - 1);
const exactly = (value: number): Bounds => [value, value];
const atLeast = (least: number): Bounds => [least, Infinity];
const atMost = (most: number): Bounds => [-Infinity, most];

/** The networks that the claim is tried on, by what their claims are called. */
const networks: Readonly<Record<string, Partial<Experiment>>> = {
  'two layers': {},
  'depth 3': { net: 'deep', depth: 3 },
  'depth 4': { net: 'deep', depth: 4 },
  'depth 5': { net: 'deep', depth: 5 },
  transformer: { net: 'transformer' },
};

/** A sentence of one network each. */
const eachNetwork = (make: (name: string, patch: Partial<Experiment>) => Claim): readonly Claim[] =>
  Object.entries(networks).map(([name, patch]) => make(name, patch));

const ranksKept = eachNetwork((name, patch) => ({
  name: `${name}: noise multiplies the rank of the data and leaves that of the first layer`,
  because: 'from σ = 0 to 0.2 the one grows sixfold or more, the other moves by less than a twentieth',
  seeds: three,
  runs: (seed) => ({ noisy: from({ ...patch, seed }), still: from({ ...patch, seed, sigma: 0 }) }),
  measured: ({ noisy, still }) => ({
    'data, times': noisy!.data / still!.data,
    'first layer, moved by': off(noisy!.stable, still!.stable),
    'signal share': noisy!.share,
    'test accuracy': noisy!.test,
    'training accuracy': noisy!.train,
  }),
  bounds: {
    'data, times': atLeast(6),
    'first layer, moved by': atMost(0.05),
    'signal share': atLeast(0.99),
    'test accuracy': exactly(1),
    'training accuracy': exactly(1),
  },
}));

const linesMeet = eachNetwork((name, patch) => ({
  name: `${name}: behind the first layer noisy and clean images have the same rank`,
  because: 'trained at σ = 0.2, at every depth the two stable ranks are within a fiftieth; of the images they are not',
  seeds: three,
  runs: (seed) => ({ noisy: from({ ...patch, seed }) }),
  measured: ({ noisy }) => ({ 'images, times': noisy!.data / noisy!.clean, 'apart at any depth': noisy!.apart }),
  bounds: { 'images, times': atLeast(6), 'apart at any depth': atMost(0.02) },
})).slice(1);

/** Levels in σ*, closest where half of the energy leaves. */
const halfLevels = [0.45, 0.5, 0.54, 0.58, 0.62, 0.66, 0.7, 0.75, 0.8, 0.87, 0.93, 0.99];

/** Where half of the energy has left the signal span first, in σ*, on straight lines between levels. */
function halfWay(ends: Readonly<Record<string, RunEnd>>): number {
  const points = Object.values(ends);
  const past = points.findIndex(({ share }) => share < 0.5);
  const [a, b] = [points[past - 1], points[past]];
  return a && b ? a.ratio + ((a.share - 0.5) / (a.share - b.share)) * (b.ratio - a.ratio) : NaN;
}

function levelsOf(base: Experiment, least: number, most: number): Record<string, Experiment> {
  const critical = criticalNoiseOf(base)!;
  return Object.fromEntries(
    halfLevels
      .filter((ratio) => ratio >= least && ratio <= most)
      .map((ratio) => [`${ratio}σ*`, { ...base, sigma: Number((ratio * critical).toPrecision(6)) }]),
  );
}

/** Four and five layers keep to the signal a little longer than two, with some seeds: to 0.76σ*. */
const latest = ({ depth = 2 }: Partial<Experiment>) => (depth > 3 ? 0.78 : 0.75);

const breaks = eachNetwork((name, patch) => ({
  name: `${name}: the break is where it is with two layers`,
  because: `half of the energy of the first layer has left the signal span between 0.58σ* and ${latest(patch)}σ*`,
  seeds: three,
  runs: (seed) => levelsOf(from({ ...patch, seed }), 0.54, 0.8),
  measured: (ends) => ({ 'half-way, σ*': halfWay(ends) }),
  bounds: { 'half-way, σ*': [0.58, latest(patch)] },
}));

const halves = (
  [
    [2, 0.87, 0.99],
    [4, 0.66, 0.75],
    [16, 0.45, 0.58],
  ] as const
).map(([patches, least, most]): Claim => ({
  name: `${patches} patches: where half of the energy has left the signal span`,
  because: 'the page says so beside σ*: near 0.9σ* with 2 patches, 0.7σ* with 4 and 0.5σ* with 16',
  seeds: three,
  runs: (seed) => levelsOf(from({ patches, seed }), least, most),
  measured: (ends) => ({ 'half-way, σ*': halfWay(ends) }),
  bounds: { 'half-way, σ*': [least, most] },
}));

const attention: Claim = {
  name: 'Attention finds the object, until the break',
  because: 'it begins with a quarter each; below the break it is on the object, above it elsewhere',
  seeds: three,
  runs: (seed) => ({
    below: from({ net: 'transformer', seed }),
    above: from({ net: 'transformer', seed, sigma: 0.4 }),
  }),
  measured: ({ below, above }) => ({
    'before training': below!.attentionBefore,
    'below the break': below!.attention,
    'above the break': above!.attention,
  }),
  bounds: { 'before training': [0.22, 0.28], 'below the break': atLeast(0.95), 'above the break': atMost(0.05) },
};

/** A rule of training beside gradient descent. */
const rule = (name: string, patch: Partial<Experiment>): Claim => ({
  name: `${name}: filters as by gradient descent`,
  because: 'at σ = 0.2 stable and effective rank are within a tenth',
  seeds: three,
  runs: (seed) => ({ other: from({ ...patch, seed }), descent: from({ seed }) }),
  measured: ({ other, descent }) => ({
    'stable rank, off by': off(other!.stable, descent!.stable),
    'effective rank, off by': off(other!.effective, descent!.effective),
  }),
  bounds: { 'stable rank, off by': atMost(0.1), 'effective rank, off by': atMost(0.1) },
});

const causes: readonly Claim[] = [
  rule('Momentum', { opt: 'momentum' }),
  rule('Batches of 16', { batch: 16 }),
  rule('Weight decay of 0.001', { decay: 1e-3 }),
  {
    name: 'Adam follows noise, in many small directions',
    because: 'at σ = 0.2 its effective rank is more than three times that by gradient descent, its stable rank is not',
    seeds: three,
    runs: (seed) => ({ adam: from({ opt: 'adam', seed }), descent: from({ seed }) }),
    measured: ({ adam, descent }) => ({
      'effective rank, times': adam!.effective / descent!.effective,
      'stable rank': adam!.stable,
    }),
    bounds: { 'effective rank, times': atLeast(3), 'stable rank': atMost(6) },
  },
  {
    name: 'Without weight sharing noise takes the filters',
    because: 'at σ = 0.2 less than seven tenths of their energy are in the signal span',
    seeds: three,
    runs: (seed) => ({ dense: from({ net: 'dense', seed }) }),
    measured: ({ dense }) => ({ 'signal share': dense!.share }),
    bounds: { 'signal share': atMost(0.7) },
  },
];

const alone: readonly Claim[] = [
  {
    name: 'The default experiment',
    because: 'six directions of the filters stand out fiftyfold',
    seeds: three,
    runs: (seed) => ({ run: from({ seed }) }),
    measured: ({ run }) => ({
      'clean data': run!.clean,
      data: run!.data,
      filters: run!.stable,
      directions: run!.numerical,
      'sixth over seventh': run!.gap,
    }),
    bounds: {
      'clean data': [5.95, 6.05],
      data: [38, 44],
      filters: [3.5, 6],
      directions: exactly(6),
      'sixth over seventh': atLeast(50),
    },
  },
  {
    name: 'At σ = 0.4 the network memorises noise',
    because: 'all images are fitted, new ones are guessed, and the filters have left the signal',
    seeds: three,
    runs: (seed) => ({ run: from({ seed, sigma: 0.4 }) }),
    measured: ({ run }) => ({
      'training accuracy': run!.train,
      'test accuracy': run!.test,
      'signal share': run!.share,
    }),
    bounds: { 'training accuracy': exactly(1), 'test accuracy': atMost(0.65), 'signal share': atMost(0.2) },
  },
  {
    name: 'Eight hundred filters have a stable rank of about five',
    because: 'with m = 400 it is between 4 and 6',
    seeds: three,
    runs: (seed) => ({ run: from({ seed, m: 400 }) }),
    measured: ({ run }) => ({ filters: run!.stable }),
    bounds: { filters: [4, 6] },
  },
  {
    name: 'Handwritten 0 against 1: noise multiplies the rank of the data and leaves that of the filters',
    because: 'from σ = 0 to 0.6, and the digits are told apart at both',
    seeds: three,
    runs: (seed) => {
      const digits = { data: 'mnist', n: 400, m: 20, lr: 0.25, steps: 200, seed } as const;
      return { noisy: from({ ...digits, sigma: 0.6 }), still: from({ ...digits, sigma: 0 }) };
    },
    measured: ({ noisy, still }) => ({
      'clean data': noisy!.clean,
      data: noisy!.data,
      'filters, noisy': noisy!.stable,
      'filters, clean': still!.stable,
      'test accuracy, noisy': noisy!.test,
      'test accuracy, clean': still!.test,
    }),
    bounds: {
      'clean data': atMost(2.5),
      data: atLeast(15),
      'filters, noisy': atMost(2.5),
      'filters, clean': atMost(2.5),
      'test accuracy, noisy': atLeast(0.95),
      'test accuracy, clean': atLeast(0.98),
    },
  },
  {
    name: 'Where noise has few dimensions, the break is past σ*',
    because: 'with patches of 4 by 4 pixels more than half of the energy is still in the signal span at σ*',
    seeds: three,
    runs: (seed) => {
      const base = from({ side: 4, seed });
      return { run: { ...base, sigma: criticalNoiseOf(base)! } };
    },
    measured: ({ run }) => ({ 'signal share': run!.share }),
    bounds: { 'signal share': atLeast(0.5) },
  },
];

const sweepLevels = Array.from({ length: 12 }, (_, i) => Number(((0.6 * i) / 11).toPrecision(6)));
const sweep: Claim = {
  name: 'The default experiment under more and more noise',
  because:
    'data have the predicted rank at every level; up to half of σ* filters keep theirs and every test image is right; past 1.1σ* none is but by chance',
  seeds: three,
  runs: (seed) => Object.fromEntries(sweepLevels.map((sigma) => [`σ = ${sigma}`, from({ seed, sigma })])),
  measured: (ends, runs) => {
    const levels = Object.entries(ends);
    const within = (least: number, most: number) =>
      levels.filter(([, { ratio }]) => ratio >= least && ratio <= most).map(([, end]) => end);
    const low = within(0, 0.5),
      beyond = within(1.1, Infinity);
    return {
      'data, off the prediction by': Math.max(
        ...levels.map(([name, { data }]) => off(data, predictedRankOf(runs[name]!)!)),
      ),
      'data, times': Math.max(...levels.map(([, { data }]) => data)) / levels[0]![1].data,
      'filters, moved by, to half of σ*': Math.max(...low.map(({ stable }) => off(stable, low[0]!.stable))),
      'test accuracy, least, to half of σ*': Math.min(...low.map(({ test }) => test)),
      'training accuracy, least': Math.min(...levels.map(([, { train }]) => train)),
      'test accuracy, least, beyond': Math.min(...beyond.map(({ test }) => test)),
      'test accuracy, most, beyond': Math.max(...beyond.map(({ test }) => test)),
    };
  },
  bounds: {
    'data, off the prediction by': atMost(0.06),
    'data, times': atLeast(6),
    'filters, moved by, to half of σ*': atMost(0.15),
    'test accuracy, least, to half of σ*': exactly(1),
    'training accuracy, least': exactly(1),
    'test accuracy, least, beyond': atLeast(0.44),
    'test accuracy, most, beyond': atMost(0.58),
  },
};

/**
 * Two patches, and runs long enough for a loss under 0.01, which a larger q and a larger K need. The law of critical noise
 * holds for q of about 3 and more: at q = 2 and 2.5 the change from signal to noise is gradual (share at 1.25σ* 0.36 and
 * 0.23), and it is not sharp either where images far outnumber dimensions (n = 1000, d = 64: 0.18; n = 240, d = 25: 0.26).
 */
const law = [
  { n: 240, k: 3, side: 8, q: 3, steps: 600, m: 32 },
  { n: 120, k: 3, side: 8, q: 3, steps: 600, m: 32 },
  { n: 240, k: 5, side: 8, q: 3, steps: 1000, m: 32 },
  { n: 240, k: 3, side: 12, q: 3, steps: 600, m: 32 },
  { n: 240, k: 3, side: 8, q: 4, steps: 3000, m: 64 },
  { n: 480, k: 5, side: 10, q: 3.5, steps: 2000, m: 32 },
].map((patch): Claim => ({
  name: `σ* parts signal from noise at n = ${patch.n}, K = ${patch.k}, patch side ${patch.side}, q = ${patch.q}`,
  because: 'at 0.6σ* nearly all of the energy is in the signal span, at 1.25σ* nearly none',
  seeds: three,
  runs: (seed) => {
    const base = from({ ...patch, patches: 2, seed });
    const critical = (1 / patch.side) * (patch.n / (2 * patch.k)) ** (1 / patch.q);
    return { below: { ...base, sigma: 0.6 * critical }, above: { ...base, sigma: 1.25 * critical } };
  },
  measured: ({ below, above }) => ({
    'share at 0.6σ*': below!.share,
    'share at 1.25σ*': above!.share,
    'training accuracy': Math.min(below!.train, above!.train),
    loss: Math.max(below!.loss, above!.loss),
    'σ over σ*': above!.ratio,
  }),
  bounds: {
    'share at 0.6σ*': atLeast(0.95),
    'share at 1.25σ*': atMost(0.12),
    'training accuracy': exactly(1),
    loss: atMost(0.01),
    'σ over σ*': [1.2499, 1.2501],
  },
}));

const twenty = Array.from({ length: 20 }, (_, i) => i + 1);

/** Images rougher than the paper's: the page's "edges". */
const edges: readonly Claim[] = [
  {
    name: 'Wrong labels: the rank grows before any of them is fitted',
    because: 'at σ = 0.2, with one label in ten wrong, it is up by half before one more is fitted, and before half are',
    seeds: twenty,
    runs: (seed) => ({ run: from({ seed, flip: 0.1, steps: 600 }) }),
    measured: ({ run }) => ({
      'steps before any': run!.labels.first - run!.labels.grown,
      'steps before half': run!.labels.half - run!.labels.grown,
    }),
    bounds: { 'steps before any': atLeast(1), 'steps before half': atLeast(20) },
  },
  {
    name: 'Wrong labels, little noise: nothing is memorised, and the rank stays',
    because: 'at σ = 0.1 the effective rank is nowhere up by half within 600 steps, and no wrong label is fitted',
    seeds: twenty,
    runs: (seed) => ({ run: from({ seed, sigma: 0.1, flip: 0.1, steps: 600 }) }),
    measured: ({ run }) => ({
      'effective rank, times': run!.labels.growth.toEnd,
      'training accuracy': run!.train,
      'signal share': run!.share,
    }),
    bounds: { 'effective rank, times': atMost(1.5), 'training accuracy': atMost(0.96), 'signal share': atLeast(0.99) },
  },
  {
    name: 'Uneven patterns: a staircase',
    because: 'with the last pattern half as long as the first, six singular values rise, over more than 150 steps',
    seeds: twenty,
    runs: (seed) => ({ run: from({ seed, ratio: 0.5, sigma: 0.1, steps: 600 }) }),
    measured: ({ run }) => ({
      rises: run!.rises.filter(Number.isFinite).length,
      'from first to last': Math.max(...run!.rises) - Math.min(...run!.rises),
    }),
    bounds: { rises: exactly(6), 'from first to last': atLeast(151) },
  },
  ...(
    [
      ['depth 3', { net: 'deep', depth: 3 }],
      ['transformer', { net: 'transformer' }],
    ] as const
  ).map(([name, patch]): Claim => ({
    name: `Wrong labels, ${name}: memorised, and the rank stays`,
    because:
      'at least 99% of all images are fitted as they are labelled; from the first wrong label that is fitted to the last the effective rank of the first layer stays within a factor 1.6, and within 2.5 times its least before',
    seeds: twenty,
    runs: (seed) => ({ run: from({ ...patch, seed, flip: 0.1, steps: 600 }) }),
    measured: ({ run }) => ({
      'half are fitted by step': run!.labels.half,
      'training accuracy': run!.train,
      'effective rank, times, while they are fitted': run!.labels.spread,
      'effective rank, times its least, until all are': run!.labels.growth.toAll,
    }),
    bounds: {
      'half are fitted by step': atMost(600),
      'training accuracy': atLeast(0.99),
      'effective rank, times, while they are fitted': atMost(1.6),
      'effective rank, times its least, until all are': atMost(2.5),
    },
  })),
  {
    name: 'Handwritten digits, wrong labels: the signal share moves first',
    because:
      'once the rightly labelled digits are fitted it falls by a tenth before the effective rank is up by half, if that ever is; the rank makes a U',
    seeds: three,
    runs: (seed) => {
      const digits = { data: 'mnist', n: 400, m: 20, lr: 0.25, steps: 2000, flip: 0.1, seed } as const;
      return {
        '0 against 1': from({ ...digits, pair: [0, 1], sigma: 0.3 }),
        '3 against 8': from({ ...digits, pair: [3, 8], sigma: 0.5 }),
      };
    },
    measured: (ends) => ({
      'steps by which the share leads, least': Math.min(
        ...Object.values(ends).map(({ labels: { left, grown } }) => (Number.isNaN(grown) ? 2000 : grown) - left),
      ),
      'effective rank at the end, times its least, least': Math.min(
        ...Object.values(ends).map(({ effective, labels }) => effective / labels.least),
      ),
    }),
    bounds: {
      'steps by which the share leads, least': atLeast(1),
      'effective rank at the end, times its least, least': atLeast(1.5),
    },
  },
  {
    name: 'Coloured noise turns the figure over',
    because:
      'at α = 1 and σ = 0.2 the stable rank of the data is below the clean data’s, their effective rank above 50',
    seeds: twenty,
    runs: (seed) => ({ run: from({ seed, colour: 1 }) }),
    measured: ({ run }) => ({
      'stable rank, over the clean data’s': run!.data / run!.clean,
      'effective rank': run!.dataEffective,
      'signal share': run!.share,
    }),
    bounds: {
      'stable rank, over the clean data’s': atMost(0.95),
      'effective rank': atLeast(50),
      'signal share': atLeast(0.85),
    },
  },
];

export const claims: readonly Claim[] = [
  ...alone,
  ...ranksKept,
  ...linesMeet,
  ...breaks,
  attention,
  ...causes,
  ...halves,
  sweep,
  ...law,
  ...edges,
];
