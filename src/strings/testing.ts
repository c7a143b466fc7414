import type { ColourFacts, ContrastFacts, LabelFacts, StairsFacts, StopFacts } from './edge-facts';
import { networks, type MatrixName, type NetworkName } from '../experiment/networks';
import { parameters, type ImageKind } from '../experiment/parameters';
import { everyProblem, everyReason } from '../problems/testing';
import type { Strings } from './en';
import type {
  DataFacts,
  EnergyFacts,
  FewFacts,
  FollowFacts,
  RaceFacts,
  ResponseFacts,
  RunFacts,
  TrainedFacts,
  WiderFacts,
} from './facts';
import type {
  CurveFacts,
  CurveReading,
  FilterFacts,
  ImageFacts,
  Moment,
  OneImageFacts,
  PointFacts,
  SpectrumFacts,
} from './figure-facts';
import type { LevelsFacts, Milestone, TourFacts, VariantsFacts, Verdict, VerdictOutcome } from './guide-facts';
import type { AttentionFacts, CauseFacts, CellFacts, LevelFacts, RunName } from './panel-facts';

/** Every mixture of the values given for each member. */
function mix<T extends object>(values: { readonly [K in keyof T]: readonly T[K][] }): T[] {
  let mixed: Partial<T>[] = [{}];
  for (const key of Object.keys(values) as (keyof T)[])
    mixed = mixed.flatMap((one) => values[key].map((value) => ({ ...one, [key]: value })));
  return mixed as T[];
}

const both = [true, false] as const;
const imageKinds = Object.keys(parameters.data.values) as readonly ImageKind[];
const byKind = <T>(of: (kind: ImageKind) => T) =>
  Object.fromEntries(imageKinds.map((kind) => [kind, of(kind)])) as Readonly<Record<ImageKind, T>>;
const counts = [0, 1, 5] as const;

const data = mix<DataFacts>({
  images: imageKinds,
  classes: [['3', '8']],
  noisy: both,
  sigma: [0, 0.2],
  clean: [null, 6],
  data: [null, 2, 6.1, 9, 41.3],
  matrix: ['patch', 'image'],
  most: [null, 64],
  signalDimension: [null, 6],
  patches: [1, 4],
  layout: ['grid', 'pixels', 'windows'],
  everywhere: both,
});
const trained = mix<TrainedFacts>({
  net: ['cnn', 'deep', 'transformer', 'dense'],
  opt: ['gd', 'momentum', 'adam'],
  batch: [null, 16],
});
const response = mix<ResponseFacts>({ q: [1, 2, 3], linear: both, opt: ['gd', 'adam'] });
const run = mix<RunFacts>({
  wrong: [0, 0.1],
  regime: ['training', 'paused', 'diverged', 'failed', 'unfitted', 'fitted', 'learnt', 'partly', 'memorised'],
  looking: both,
  step: [null, 0, 300],
  steps: [300],
  filters: [null, 4.5],
  data: [null, 41.3],
  sigma: [0.2],
  share: [null, 0.9999, 0.5],
  testAccuracy: [null, 0.98],
  testError: [0.02],
  risen: [null],
});
const changed = { filters: 4.5, moved: 4.4, gradient: 5.1 },
  unchanged = { filters: null, moved: null, gradient: null };
const risen = mix<NonNullable<RunFacts['risen']>>({
  count: [0, 1, 3, 6],
  of: [1, 6],
  first: [40],
  last: [40, 90],
  apart: both,
}).filter(({ count, of }) => count <= of);
const race = mix<RaceFacts>({
  pull: [5, 6, 27],
  signalDimension: [6],
  critical: [0.43],
  ratio: [0.4],
  sigma: [0.2],
  winner: ['signal', 'noise', 'open', 'beyond', 'no noise'],
});
const follow = mix<FollowFacts>({
  filters: [128],
  parts: [1, 4],
  following: counts,
  mixed: [0, 1, 5],
  noise: counts,
  idle: [0, 66],
  noisy: both,
});
const energy = mix<EnergyFacts>({
  directions: [1, 6],
  sum: [1, 4.6, 5.9],
  rank: [4.5],
  share: [0, 0.3, 0.7, 0.9999],
  alike: [true, false],
});
const curves: readonly (LevelsFacts | null)[] = [
  null,
  ...mix<LevelsFacts>({
    done: [3, 12],
    total: [12],
    data: [{ first: 6, most: 58 }],
    learnt: [null, { to: 0.3, last: true, low: 4.4, high: 4.4 }, { to: 0.3, last: false, low: 4.1, high: 5 }],
  }),
];
const variants = mix<VariantsFacts>({
  notion: ['stable', 'effective'],
  noise: [0.2],
  measured: [0, 1, 12],
  kept: [1],
  astray: [[], ['adam', 'dense']],
  clean: [0.9],
});
const fullData: DataFacts = {
  images: 'synthetic',
  classes: ['3', '8'],
  noisy: true,
  sigma: 0.2,
  clean: 6,
  data: 41.3,
  matrix: 'patch',
  most: 64,
  signalDimension: 6,
  patches: 4,
  layout: 'grid',
  everywhere: false,
};
const fullRun: RunFacts = {
  wrong: 0,
  regime: 'learnt',
  looking: false,
  step: 300,
  steps: 300,
  filters: 4.5,
  data: 41.3,
  sigma: 0.2,
  share: 0.998,
  testAccuracy: 1,
  testError: 0,
  risen: { count: 6, of: 6, first: 40, last: 90, apart: true },
};
const ended: TourFacts = {
  data: fullData,
  run: fullRun,
  ended: true,
  filters: 128,
  initial: 20,
  least: null,
  follow: null,
  trainAccuracy: 1,
  critical: 0.43,
  curve: null,
  causes: { notion: 'stable', noise: 0.2, measured: 0, kept: 0, astray: [], clean: 0.9 },
};
const toured = [
  ...mix<TourFacts>({
    data: [fullData, { ...fullData, clean: null, data: null }],
    run: [
      fullRun,
      { ...fullRun, looking: true, step: 7, risen: { count: 3, of: 6, first: 40, last: 40, apart: false } },
      { ...fullRun, filters: null, share: null, testAccuracy: null, risen: null },
    ],
    ended: both,
    filters: [128],
    initial: [null, 20],
    least: [null, { step: 24, rank: 1.2 }],
    follow: [null],
    trainAccuracy: [null, 1],
    critical: [null, 0.43],
    curve: [null],
    causes: [ended.causes],
  }),
  ...follow.map((followed): TourFacts => ({ ...ended, follow: followed })),
  ...curves.map((curve): TourFacts => ({ ...ended, curve })),
  ...variants.map((causes): TourFacts => ({ ...ended, causes })),
];
const verdictOutcomes: readonly VerdictOutcome[] = [
  { kind: 'fitted', testAccuracy: null, error: null },
  { kind: 'learnt', share: 1, testAccuracy: 1, error: 0 },
  { kind: 'memorised', share: 0.0004, testAccuracy: 0.52, error: 0.016 },
  { kind: 'partly', share: 0.48, testAccuracy: 0.91, error: 0.009, more: 'noise', missed: null },
  { kind: 'partly', share: 0.98, testAccuracy: 0.67, error: 0.023, more: 'signal', missed: null },
  { kind: 'partly', share: 0.99, testAccuracy: 0.83, error: 0.012, more: 'signal', missed: { followed: 5, of: 6 } },
];
const verdicts: readonly Verdict[] = [
  { kind: 'diverged', step: 12 },
  { kind: 'unfitted', loss: 0.69, wrong: 0, right: 0.5 },
  { kind: 'unfitted', loss: 0.35, wrong: 0.1, right: 0.9 },
  ...verdictOutcomes.flatMap((outcome): Verdict[] => [
    { kind: 'clean', reached: true, filters: '4.5', data: '6.0', outcome },
    { kind: 'clean', reached: false, filters: '4.5', data: '6.0', outcome },
    { kind: 'alone', filters: '4.5', data: '41.3', turn: null, outcome },
    ...mix<Extract<Verdict, { kind: 'compared' }>>({
      kind: ['compared'],
      flat: both,
      from: ['4.4'],
      to: ['4.5'],
      dataFrom: ['6.0'],
      dataTo: ['41.3'],
      turn: [null, 'falls', 'lowered'],
      outcome: [outcome],
    }),
  ]),
];
const milestones: readonly Milestone[] = [
  { kind: 'started' },
  { kind: 'diverged', step: 7 },
  { kind: 'failed', failure: { kind: 'no-backend' } },
  ...[1, 6].map((count): Milestone => ({ kind: 'separated', count, step: 50 })),
  ...mix<Extract<Milestone, { kind: 'finished' }>>({
    kind: ['finished'],
    steps: [1, 300],
    filters: ['4.5'],
    data: [null, '41.3'],
    sigma: [0.2],
    testAccuracy: [null, 0.98],
    memorised: both,
  }),
  ...mix<Extract<Milestone, { kind: 'swept' }>>({ kind: ['swept'], what: ['sweep', 'map'], runs: [1, 12] }),
];
const filters = mix<FilterFacts>({
  number: [3],
  patch: [null, 2],
  plus: both,
  follows: [null, 'idle', { name: 'v₂' }],
});
const images: readonly ImageFacts[] = [
  { plus: true, wrong: false, images: 'synthetic', name: 'u₁' },
  { plus: false, wrong: true, images: 'mnist', name: '7' },
];
const readings = mix<CurveReading>({
  sigma: [0.2],
  data: [null, 41.7],
  filters: [null, 4.5],
  notion: ['stable', 'numerical'],
  about: both,
  diverged: both,
});
const levels = mix<LevelFacts>({ sigma: [0.2], data: [null, 41.3], filters: [null, 4.5], testAccuracy: [null, 0.98] });
const cells = mix<CellFacts>({ sigma: [0.2], row: ['n = 60'], share: [null, 0.9], testAccuracy: [null, 0.98] });
const named: readonly RunName[] = [{ letter: 'A' }, { recent: 2 }];
const pins: readonly (readonly string[])[] = [[], ['A'], ['A', 'C']];
const cosine = { name: 'u₁', value: -0.2 };
const moments: readonly Moment[] = [
  { kind: 'dip', step: 32, leaders: 1, risen: null },
  { kind: 'dip', step: 32, leaders: 2, risen: { count: 6, step: 46 } },
  { kind: 'half' },
  { kind: 'fitted' },
  { kind: 'rise', first: 2, last: 2 },
  { kind: 'rise', first: 1, last: 3 },
];
const attention = mix<AttentionFacts>({ step: [null, 300], share: [null, 0.97, 0.25, 0.01], chance: [0.25] });
const regimes = [...new Set(run.map(({ regime }) => regime))];
const winners = [...new Set(race.map(({ winner }) => winner))];

/** Whether there is a function anywhere in a part of the catalogue. */
type Speaks<T> = T extends (...facts: never) => string
  ? true
  : T extends string
    ? false
    : true extends { [K in keyof T]: Speaks<T[K]> }[keyof T]
      ? true
      : false;
/** For every function of the catalogue, at its place, what it is called with: one that is forgotten does not compile. */
type Samples<T> = {
  readonly [K in keyof T as true extends Speaks<T[K]> ? K : never]: T[K] extends (...facts: infer Facts) => string
    ? readonly Facts[]
    : Samples<T[K]>;
};

const each = <T>(facts: readonly T[]): [T][] => facts.map((one) => [one]);
/** A rank, as it is named within a line. */
const notion = '稳定秩';
const causeFacts = mix<CauseFacts>({
  ranks: [null, { notion, from: '4.5', to: '4.6', noise: '0.2', dataFrom: '6.0', dataTo: '41.3' }],
  change: [null, { kind: 'kept' }, { kind: 'rises', times: '2.1' }, { kind: 'falls', times: '1.7' }],
  share: [
    null,
    { kind: 'half', at: '0.70', isRatio: true },
    { kind: 'half', at: '0.3', isRatio: false },
    { kind: 'never', least: '71%', most: '1.40', isRatio: true },
    { kind: 'low', share: '12%' },
  ],
  test: [null, { noise: '0.2', accuracy: '1.00', beyond: '0.4', later: '0.53' }],
  diverged: both,
});
const failure = '□。';
const amounts: [number, number][] = [
  [0, 12],
  [3, 12],
];
const steps: [number, number][] = [
  [1, 300],
  [7, 300],
];
const sigmas = each(['0.2']);
const one = each([1, 6]);

const noisyImage = { alone: both, sigma: ['0.20', null], everywhere: both } as const;
const oneImage: Readonly<Record<ImageKind, readonly OneImageFacts[]>> = {
  synthetic: mix<OneImageFacts>({ ...noisyImage, patterns: [6], name: [null] }),
  mnist: mix<OneImageFacts>({ ...noisyImage, patterns: [null], name: ['3'] }),
  fashion: mix<OneImageFacts>({ ...noisyImage, patterns: [null], name: ['7'] }),
  file: mix<OneImageFacts>({ ...noisyImage, patterns: [null], name: ['ship'] }),
};

const says = ['first', 'before half', 'late', 'blind', 'grown', 'nothing'] as const;
const atStep = (step: number) => ({ step, rank: '7.0' });
/** As they come: what is said goes with the moments that there were. */
const labels = mix<LabelFacts>({
  steps: [600],
  says,
  fitted: [null, atStep(30)],
  least: [atStep(57)],
  grown: [null, atStep(152)],
  half: [null, atStep(207)],
  left: [null, atStep(170)],
  end: [{ rank: '36.2', right: 1, wrong: 0.97 }],
}).filter(
  ({ says: said, grown, half }) =>
    (grown !== null) === !['blind', 'nothing'].includes(said) &&
    (half !== null) === !['grown', 'nothing'].includes(said),
);
const stops = mix<StopFacts>({
  by: ['rank', 'test'],
  step: [152],
  steps: [600],
  test: [null, [1, 0.96]],
  wrong: [[0, 1]],
});

/** Facts of every kind, with everything known and with little. */
const samples: Samples<Strings> = {
  percent: each([1, 0.9999, 0.998, 0.5, 0.0004, 0]),
  page: { numbers: each(['□']), further: each([2, 813]) },
  kinds: byKind((kind) => ({
    images: each(data.filter(({ images }) => images === kind)),
    called: each(['□']),
    shows: each(['□']),
    object: each(oneImage[kind]),
    rest: each(oneImage[kind]),
  })),
  sliders: { criticalDocs: each([0.43]), width: each([1, 64]), widthBriefly: each([1, 64]) },
  figures: { data: sigmas, share: each(['99.8%']), within: each([notion]) },
  spectra: {
    heads: { data: sigmas, filters: each([0, 1, 300]) },
    share: each(['99.8%']),
    description: each(mix<SpectrumFacts>({ above: [24], all: [64], signalDimension: [1, 6], pins })),
    signal: { exact: one, estimated: one, none: [[]], images: one },
    beyond: { more: one },
  },
  curve: {
    name: each([notion]),
    caption: both.map((image): [string, boolean] => [notion, image]),
    now: each([0.2]),
    critical: each([0.43]),
    about: each(['41.7']),
    told: { from: each([0.31]), low: [['9.4', '37.0']], chance: each([0.45]) },
    reading: each(readings),
  },
  curveRow: {
    status: {
      running: amounts,
      ready: each([12]),
      bands: each([12]),
      offered: [[12, '□']],
      stopped: amounts,
      failed: [[failure]],
      seconds: each([40]),
      minutes: each([3]),
    },
  },
  choose: [['σ', '0.2']],
  stands: [['σ', '0.2']],
  rank: {
    picture: [
      ['41.3', 1],
      ['41.3', 64],
    ],
    each: [['□', '□']],
    sum: [
      ['1', 1, 1],
      ['41.3', 24, 64],
    ],
  },
  noise: { measured: each(data), some: sigmas },
  network: {
    what: each(trained),
    ranks: each(run),
    learnt: each(run),
    rises: each([...run, ...risen.map((singular) => ({ ...fullRun, risen: singular }))]),
  },
  winner: { what: each(response), now: each(follow), energies: each(energy) },
  guesses: {
    making: amounts,
    wider: {
      what: each([{ from: 128, to: 512 }]),
      at: each([0.1]),
      filters: each([128]),
      told: each(
        mix<WiderFacts>({
          filters: [[128, 512]],
          sigma: [[0, 0.4]],
          known: [[4.5, 7.9]],
          measured: [[4.7, 8.3]],
          most: [0.4],
          off: [null, 7.2],
        }),
      ),
    },
    few: {
      what: each([{ images: 24, sigma: 0.4 }]),
      told: each(
        mix<FewFacts>({
          images: [24],
          trainAccuracy: [1, 0.9],
          testAccuracy: [null, 0.53],
          share: [null, 0.0004, 0.9],
          rank: [2.8],
          usual: [4.5],
          guess: [20],
        }),
      ),
    },
  },
  race: { now: each(race) },
  limit: {
    past: sigmas,
    before: sigmas,
    half: each([
      { half: 0.31, critical: 0.43 },
      { half: 0.31, critical: null },
      { half: null, critical: null },
    ]),
  },
  saving: {
    figure: { preview: each(['□']), source: each(['example.org']), moving: { making: each([40]) } },
    data: {
      files: {
        run: { save: each(['JSON']) },
        history: { save: each(['CSV']) },
        spectra: { save: each(['CSV']) },
        arrays: { save: each(['NPZ']) },
      },
      images: each([3.1]),
      imagesTooLarge: each([60]),
    },
    saved: each(['run.json']),
  },
  copying: { said: each(['□']) },
  ownImages: {
    missing: [
      ['□', ['□', '□'], 400],
      ['□', [], 400],
    ],
    other: each(['□']),
    reading: each([12]),
    keptOne: [['□', 1.25]],
    takeNamed: each(['□']),
    forgetNamed: each(['□']),
    read: [['□', 12, 32, 32]],
    ofClass: [
      ['□', 12, 0],
      ['□', 12, 3],
    ],
    sheet: each(['□']),
  },
  sharing: { atStep: one, hint: each(mix({ pinned: both, talk: both, local: both })) },
  sweeps: { running: amounts, stopped: amounts, ready: each([12]), failed: [[3, 12, failure]] },
  sweep: {
    start: each([12]),
    open: levels.map((level) => [level, 'stable']),
    caption: [
      [notion, 'patch'],
      [notion, 'image'],
    ],
    critical: each([0.43]),
    now: each([0.2]),
    name: each([notion]),
    text: [
      [[], 'stable'],
      [levels, 'stable'],
    ],
  },
  map: { cell: each(cells), open: each(cells), name: [['□', 'n']], text: amounts, relative: { name: each(['□']) } },
  runs: {
    pinned: each(['A']),
    computing: each([['A'], ['A', 'C']]),
    full: each([4]),
    failed: [['A', failure]],
    talk: { line: each(['A']) },
    table: { step: steps, openRun: each(named), unpinRun: each(['A']), againRun: each(named), makeRun: each(named) },
  },
  tables: { energyOf: each(['□']), run: each(['A']), lowest: each(['□']), highest: each(['□']), cosine: each(['u₁']) },
  theory: {
    terms: {
      snr: {
        text: [
          [0.6, true],
          [0.6, false],
          [Infinity, true],
        ],
      },
      race: { text: each(winners) },
      ratio: { text: each(winners) },
      predicted: {
        without: [
          ...imageKinds.map((kind): ['untold', ImageKind] => ['untold', kind]),
          ['noise everywhere', 'synthetic'],
          ['noise in the span', 'synthetic'],
          ['ratio', 'synthetic'],
          ['partner', 'synthetic'],
          ['colour', 'synthetic'],
          ['tail', 'synthetic'],
        ],
        text: each([null, { rank: 41.3, off: 0.01 }, { rank: 41.3, off: 2 }, { rank: 41.3, off: -2 }]),
      },
      regime: {
        value: each(regimes),
        text: regimes.flatMap((regime) =>
          [null, ...winners].map((winner): [typeof regime, typeof winner] => [regime, winner]),
        ),
      },
    },
  },
  edges: {
    colour: {
      tell: each(
        mix<ColourFacts>({
          colour: [1],
          sigma: [0.2],
          stable: [
            [6, 3.9],
            [6, 12],
          ],
          effective: [[6, 57]],
          filters: [null, 4.5],
        }),
      ),
    },
    labels: {
      rank: each([notion]),
      accuracyAt: each([null, { step: 152, right: 1, wrong: 0.03 }]),
      rankAt: each([null, { step: 152, rank: '10.6' }]),
      lossAt: each([null, { step: 152, loss: '0.1' }]),
      tell: each(labels),
      stop: each(stops),
      on: each([600]),
      compared: each(stops),
      spectra: {
        stopped: each([152]),
        on: each([600]),
        shown: each([600]),
        description: each([[{ name: '□', rank: '7.0' }]]),
      },
      contrast: { tell: each(mix<ContrastFacts>({ says, from: ['7.0'], to: ['36.2'], half: [null, 207] })) },
    },
    stairs: {
      place: each([1]),
      tell: each(
        mix<StairsFacts>({
          risen: [
            [],
            [
              { name: 'u₁', step: 35 },
              { name: 'v₁', step: 35 },
            ],
          ],
          of: [2, 6],
          steps: [600],
          uneven: both,
          strongestFirst: both,
        }),
      ),
    },
  },
  presenting: { run: each(['A']), count: steps },
  tour: {
    count: steps,
    arrived: [[1, 11, '□']],
    steps: {
      clean: { text: each(toured) },
      noise: { text: each(toured) },
      random: { text: each(toured) },
      first: { text: each(toured) },
      rise: { text: each(toured) },
      ignore: { text: each(toured) },
      winner: { text: each(toured) },
      width: { text: each(toured) },
      sweep: { text: each(toured) },
      memorised: { text: each(toured) },
      deeper: { text: each(toured) },
      causes: { text: each(toured) },
      stairs: { text: each(toured) },
      digits: { text: each(toured) },
    },
  },
  figureNotes: {
    noise: each([
      { sigma: 0.4, filters: 7.9, data: 38.2, above: 37, without: 6 },
      { sigma: 0.2, filters: 2.6, data: 38.2, above: 6, without: 6 },
      { sigma: 0.2, filters: 2.6, data: 38.2, above: 6, without: null },
    ]),
    spread: each([
      { sigma: 0.2, seeds: 3, filters: ['4.2', '4.6'] as const, data: ['41.5', '41.9'] as const },
      { sigma: 0, seeds: 3, filters: ['4.2', '4.6'] as const, data: ['6.0', '6.0'] as const },
    ]),
    unequal: each([{ of: 6, rank: 4.5, least: 0.4 }]),
  },
  verdict: { unstable: each([5, 12]), text: each(verdicts) },
  milestones: { text: each(milestones) },
  open: {
    first: each([
      { step: 0, images: { noisy: 41.3, clean: 6 }, layer: { noisy: 8.7, clean: 1.9 } },
      { step: 1, images: { noisy: 41.3, clean: 6 }, layer: { noisy: 3.7, clean: 3.7 } },
      { step: 300, images: { noisy: 6, clean: 6 }, layer: { noisy: 3.7, clean: 3.7 } },
    ]),
    looks: each(attention),
    layers: {
      matrix: (Object.keys(networks) as NetworkName[]).flatMap((net) =>
        networks[net].map((name): [NetworkName, MatrixName] => [net, name]),
      ),
      sized: [['W', 128, 64]],
      description: each([{ step: 300, notion, ranks: [{ name: 'W₁', value: '4.5' }] }]),
    },
    depth: {
      stages: each(['x', 'h1', 'h4', 't', 'o', 'v']),
      caption: [
        [notion, 'patch', 0],
        [notion, 'image', 300],
      ],
      description: each([{ step: 300, notion, stages: [{ name: 'x', noisy: '41.3', clean: '6.0' }] }]),
    },
    attention: {
      chance: each(['0.25']),
      captionOf: each(['0.25']),
      after: each([0, 300]),
      description: each(attention),
      overNoiseText: attention.map((facts) => [3, '0.2', facts]),
      image: [
        [3, null],
        [3, '97%'],
      ],
    },
  },
  problems: {
    text: each(everyProblem.filter(({ kind }) => kind !== 'unexpected')),
    notice: everyProblem.filter(({ kind }) => kind !== 'unexpected').map((problem) => [{ field: 'sigma', problem }]),
    reason: each(everyReason),
  },
  training: {
    stepOf: steps,
    on: [
      ['wasm', 'SIMD'],
      ['cpu', ''],
    ],
    outcome: { large: [[401]], finished: one, looking: one, back: one, diverged: [[12, 15]] },
    moments: { text: each(moments), jump: [['□', 40]] },
    shown: each(
      mix<PointFacts>({
        step: [7],
        steps: [300],
        notion: [notion],
        rank: ['4.1'],
        loss: [0.64, 1e-5],
        trainAccuracy: [0.5],
        testAccuracy: [null, 0.98],
      }),
    ),
    notMade: steps,
    curve: {
      name: each([notion]),
      caption: each([notion]),
      description: each([
        null,
        ...mix<CurveFacts>({
          step: [300],
          steps: [300],
          notion: [notion],
          filters: ['4.5'],
          data: [null, '41.3'],
          pins,
        }),
      ]),
    },
    loss: { description: each([null, ...[null, 0.03].map((test) => ({ first: 0.69, last: 0.01, test, step: 300 }))]) },
    accuracy: { description: each([null, { step: 300, train: 1, test: null }, { step: 300, train: 1, test: 0.98 }]) },
  },
  causes: {
    summed: each(variants),
    start: counts.map((count): [number] => [count]),
    about: each([5, 300]),
    done: [[3, 96]],
    ready: each([96]),
    failed: [['□']],
    description: [[3, 96]],
    some: [[3, 12]],
    lines: { filters: [[notion]] },
    run: [
      ['□', notion, { noise: '0.2', rank: '4.6', share: '98%', test: 0.98 }],
      ['□', notion, { noise: '0.2', rank: null, share: null, test: null }],
    ],
    open: [['□']],
    openVariant: [['□']],
    tell: each(causeFacts),
  },
  closer: {
    rank: {
      caption: [[notion]],
      name: [[notion]],
      description: each([null, { notion, step: 300, ...changed }, { notion, step: 300, ...unchanged }]),
    },
    share: {
      description: each([
        null,
        { step: 300, filters: 0.99, moved: 0.999, gradient: 0.4, cosine: 0.12 },
        { step: 300, ...unchanged, cosine: null },
      ]),
    },
    along: { description: each([null, { step: 300, most: 0.21, least: 0.12 }]) },
  },
  filters: {
    filter: each(filters),
    open: each(filters),
    vector: each(['u₁']),
    pick: each([300]),
    some: {
      following: [[126, 128]],
      picture: [
        [128, 1],
        [512, 4],
      ],
    },
    all: { picture: each([300]) },
    alignment: {
      picture: each([300]),
      cell: filters.flatMap((facts) =>
        [null, cosine].map((one): [typeof facts, typeof one, number] => [facts, one, 0.126]),
      ),
      track: { caption: each(filters), description: filters.map((facts) => [facts, cosine, 0.12]) },
    },
  },
  images: {
    one: each([240]),
    oneName: [[['□', '□']]],
    range: [[1, 12, 240]],
    name: each(images),
    noisy: [[3, '□']],
    clean: each([3]),
    wrongMargin: each([1.2, -0.3]),
    margin: each([0.2, -0.2]),
  },
};

/** A sentence, and what it was made of. */
export interface Saying {
  readonly facts: readonly unknown[];
  readonly sentence: string;
}

/** What every function of a catalogue says, by its place in it; of the same facts in every language, so that sentences can be held against each other. */
export function said(words: Strings): ReadonlyMap<string, readonly Saying[]> {
  const sayings = new Map<string, readonly Saying[]>();
  const walk = (part: object, given: object, place: string) => {
    for (const [key, below] of Object.entries(given)) {
      const here = (part as Readonly<Record<string, unknown>>)[key];
      if (typeof here === 'function')
        sayings.set(
          place + key,
          (below as unknown[][]).map((facts) => ({ facts, sentence: here(...facts) as string })),
        );
      else walk(here as object, below as object, `${place}${key}.`);
    }
  };
  walk(words, samples, '');
  return sayings;
}

/** Every plain string of a catalogue, by its place in it. */
export function written(words: Strings): ReadonlyMap<string, string> {
  const strings = new Map<string, string>();
  const walk = (part: object, place: string) => {
    for (const [key, here] of Object.entries(part)) {
      if (typeof here === 'string') strings.set(place + key, here);
      else if (typeof here === 'object') walk(here as object, `${place}${key}.`);
    }
  };
  walk(words, '');
  return strings;
}
