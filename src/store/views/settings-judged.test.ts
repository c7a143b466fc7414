import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../experiment/link';
import { presetExperiment, presets } from '../../experiment/presets';
import { imageShape } from '../../experiment/shape';
import type { ClaimKind, Regime } from '../../strings/facts';
import { en } from '../../strings/en';
import { plain } from '../../strings/markup';
import { zh } from '../../strings/zh';
import { hasDiverged } from '../../training/divergence';
import type { RunSummary } from '../../training/summary';
import type { AppState } from '../state';
import { knownLines } from '../testing-known';
import { stateAtEnd, testEngine } from '../testing-runs';
import { claimOf } from './claim';
import { claimCurveOf } from './claim-curve';
import { regimeOf } from './regime';
import { neededStill, stillExperiment } from './still';
import { unstableOf } from './unstable';
import { verdictOf } from './verdict';

/** What is so, worked out here from singular values, filters and signal vectors, whatever the page's selectors say. */
interface Measured {
  readonly sigma: number;
  readonly clean: number;
  readonly data: number;
  readonly filters: number;
  /** The filters' stable rank in the same run at σ = 0; null where none was made. */
  readonly still: number | null;
  readonly loss: number;
  readonly test: number;
  /** Of W − W₀ in the signal span. */
  readonly share: number;
  /** Steps at which the loss rose by more than a thousandth. */
  readonly rises: number;
}

const stableRank = (s: ArrayLike<number>) => Array.from(s).reduce((sum, value) => sum + (value / s[0]!) ** 2, 0);

/** Filters as large as an image are taken patch by patch. */
function shareMoved({ run: { initial, latest, signal }, experiment }: AppState): number {
  const columns = imageShape(experiment).side ** 2,
    [from, to] = [initial!, latest!].map(({ matrices }) => matrices[0]!.values) as [Float64Array, Float64Array];
  let inside = 0,
    all = 0;
  for (let row = 0; row < to.length; row += columns) {
    const step = Array.from({ length: columns }, (_, j) => to[row + j]! - from[row + j]!);
    all += step.reduce((sum, value) => sum + value * value, 0);
    for (let at = 0; at < signal!.length; at += columns)
      inside += step.reduce((sum, value, j) => sum + value * signal![at + j]!, 0) ** 2;
  }
  return inside / all;
}

/** When each heading is true. */
const isTrue: Readonly<Record<ClaimKind, (of: Measured) => boolean>> = {
  learnt: ({ data, clean, loss, test, share, filters, still }) =>
    data > clean && loss < 0.1 && test >= 0.95 && share > 0.5 && Math.abs(Math.log(filters / still!)) < 0.19,
  memorised: ({ data, clean, loss, share }) => data > clean && loss < 0.1 && share < 0.5,
  mislabelled: ({ loss, share }) => loss < 0.1 && share < 0.5,
  partly: ({ data, clean, loss, test, share, filters, still }) =>
    data > clean && loss < 0.1 && share > 0.5 && (test < 0.95 || Math.abs(Math.log(filters / still!)) > 0.18),
  fitted: () => false,
  unfitted: ({ data, clean, loss }) => data > clean && loss >= 0.1,
  open: () => false,
  unknown: () => false,
  faint: ({ data, clean, sigma }) => sigma > 0 && Math.abs(data / clean - 1) < 0.06,
  lowered: ({ data, clean }) => data < clean,
  still: ({ sigma, data, clean }) => sigma === 0 && data === clean,
  unreached: ({ sigma, data, clean }) => sigma > 0 && Math.abs(data / clean - 1) < 1e-9,
  unstable: ({ rises }) => rises >= 5,
  diverged: ({ loss }) => !(loss < 5),
};

/** A setting, what is to be said of it, and why that is so. */
type Row = readonly [setting: string, claim: ClaimKind, regime: Regime, why: string];

const fromPresets: Readonly<Record<string, readonly [ClaimKind, Regime, string]>> = {
  default: ['learnt', 'learnt', 'the data go from 6 to 42, six of six vectors are followed, every test image is right'],
  'no-noise': ['still', 'learnt', 'there is no noise to see through'],
  wide: ['learnt', 'learnt', 'eight hundred filters do as 128 do'],
  'nine-patches': ['learnt', 'learnt', 'more noise an image, at the same σ'],
  'image-matrix': ['learnt', 'learnt', 'the same run; whole images have rank 16 and 64'],
  mnist: ['learnt', 'learnt', 'the span of digits takes five sixths of what moved, test accuracy is 0.97'],
  shoes: ['partly', 'partly', 'two fifths of what moved is off the span of shoes, test accuracy is 0.90'],
  clothes: ['learnt', 'learnt', 'the span of clothes takes two thirds of what moved, test accuracy is 0.97'],
  'near-critical': [
    'partly',
    'learnt',
    'test accuracy is 0.97, but the filters went from 4.5 to 6.9: two fifths of what moved is noise',
  ],
  memorised: ['memorised', 'memorised', 'of 996 images 0.56 are right, four standard errors from chance'],
  'few-images': ['memorised', 'partly', 'nearly all that moved is noise, but test accuracy is 0.58, beyond chance'],
  diverges: ['diverged', 'diverged', 'the loss stays a hundred times above where it began'],
};

const rows: readonly Row[] = [
  ...presets.map((preset): Row => [`#${encodeLink(presetExperiment(preset))}`, ...fromPresets[preset.name]!]),
  ['#k=1', 'learnt', 'learnt', 'two vectors, each in half of the images'],
  [
    '#k=16',
    'lowered',
    'unfitted',
    'noise has a largest direction of its own, above that of 32 vectors; the loss is 0.32',
  ],
  ['#sigma=0.01', 'faint', 'learnt', 'so little noise adds a fiftieth to a rank of 6'],
  ['#sigma=2', 'memorised', 'memorised', 'noise alone drives the run, test accuracy is that of guessing'],
  ['#m=1', 'unfitted', 'unfitted', 'two filters cannot follow six vectors: the loss is 0.23'],
  ['#m=512&n=120&steps=120', 'learnt', 'learnt', 'a thousand filters follow six vectors after 120 steps'],
  ['#patches=1', 'unreached', 'learnt', 'the only patch is the object, which stays clean'],
  ['#n=2', 'memorised', 'memorised', 'two images: one vector of each class was shown, and its noise outgrew it'],
  [
    '#side=4&k=7',
    'lowered',
    'learnt',
    'two directions of noise out of sixteen take more energy than any signal vector',
  ],
  ['#steps=28', 'unfitted', 'unfitted', 'every sign is right, at a loss of 0.69'],
  ['#sigma=0.31', 'memorised', 'partly', 'a little more noise than signal in what moved, test accuracy 0.91'],
  ['#data=mnist&sigma=0&m=20&n=400&lr=0.25&steps=200', 'still', 'learnt', 'clean digits'],
  [
    '#data=mnist&layout=windows&sigma=0.3&m=8&n=100&lr=0.5&steps=200&pair=4-9',
    'unstable',
    'partly',
    'the loss rises at a tenth of the steps; the command line ends elsewhere',
  ],
  ['#net=deep&m=8&n=120', 'learnt', 'learnt', 'a layer of mixing above 16 filters: six of six vectors are followed'],
  ['#net=transformer&m=16&n=120', 'learnt', 'learnt', 'attention reads 32 filters, which follow six of six vectors'],
  ['#net=dense&m=16', 'partly', 'learnt', 'test accuracy is 0.97, but two fifths of what moved is noise'],
  ['#opt=adam&m=16&sigma=0.4', 'memorised', 'partly', 'two thirds of what moved is noise, test accuracy 0.87'],
  [
    '#flip=0.5&m=16&n=120',
    'mislabelled',
    'partly',
    'labels at random say nothing of the signal, and images are told apart',
  ],
];

/** Runs at σ = 0, which several settings are compared with. */
const stills = new Map<string, Promise<RunSummary>>();
function stillOf(name: string): Promise<RunSummary> {
  const made = stills.get(name);
  if (made) return made;
  const run = testEngine
    .complete({ experiment: stillExperiment(name), backend: 'wasm', points: 0 })
    .then(({ summary }) => summary);
  stills.set(name, run);
  return run;
}

/** @param jumps whether the loss does, so that the page's whole record is needed. */
async function judged(link: string, jumps = false) {
  const { experiment, notices } = decodeLink(link);
  expect(notices).toEqual([]);
  const ended = await stateAtEnd(experiment, jumps ? 'as watched' : Math.ceil(experiment.steps / 10));
  const state = hasDiverged(ended.run.history)
    ? { ...ended, run: { ...ended.run, status: 'diverged' as const } }
    : ended;
  const name = neededStill(state);
  const still = name === null ? null : await stillOf(name);
  const { latest, history } = state.run,
    { data, clean } = state.data.spectrum!;
  const measured: Measured = {
    sigma: experiment.sigma,
    clean: stableRank(clean),
    data: stableRank(data),
    filters: stableRank(latest!.matrices[0]!.singularValues),
    still: still && still.matrices[0]!.ranks.stable,
    loss: latest!.loss,
    test: latest!.testAccuracy!,
    share: shareMoved(state),
    rises: history.filter(({ loss }, i) => i > 0 && loss > 1.001 * history[i - 1]!.loss).length,
  };
  // What the curve begins with is known on the page too.
  const known =
    still && name
      ? knownLines([{ experiment: { ...experiment, sigma: 0 }, backend: 'wasm', own: false, summary: still }])
      : state.known;
  return { state: { ...state, known }, measured, verdict: verdictOf(state, still)! };
}

const numbers = (sentence: string) => (sentence.match(/\d+(\.\d+)?/g) ?? []).toSorted();

describe('what is said of a setting is so', () => {
  it.each(rows)('%s: %s, %s, as %s', async (link, claim, regime) => {
    const { state, measured: of, verdict } = await judged(link, claim === 'unstable' || claim === 'diverged');
    expect(claimOf(state)).toBe(claim);
    expect(isTrue[claim](of), JSON.stringify(of)).toBe(true);
    expect(regimeOf(state)).toBe(regime);
    expect(unstableOf(state) !== null).toBe(of.rises >= 5);

    // The curve has the colour of what this run measured.
    const { current } = claimCurveOf(state);
    if (regime === 'diverged') expect(current).toMatchObject({ filters: null, share: null });
    else expect(current!.share).toBeCloseTo(of.share, 6);

    const said = plain(en.verdict.text(verdict));
    const ranks = (...values: (number | null)[]) => values.map((value) => value!.toFixed(1)).join(' → ');
    if (verdict.kind === 'diverged') expect(said).toContain('no rank to read off');
    else if (verdict.kind === 'unfitted') expect(said).toContain(`its loss is ${of.loss.toFixed(3)}, too large`);
    else {
      expect(said).toContain(ranks(of.filters));
      expect(said).toContain(`test accuracy is ${of.test.toFixed(2)}`);
      const learns = {
        learnt: 'learnt the signal',
        memorised: 'memorised noise',
        partly: /noise beside|in part|follows \d/,
        fitted: 'fits',
      };
      expect(said).toMatch(learns[verdict.outcome.kind]);
    }
    if (verdict.kind === 'clean') {
      expect(said).toContain(ranks(of.clean));
      expect(of.data / of.clean).toBeCloseTo(1, 9);
    }
    if (verdict.kind === 'compared') {
      expect(said).toContain(ranks(of.clean, of.data));
      expect(said).toContain(ranks(of.still, of.filters));
      expect(verdict.flat).toBe(Math.max(of.still! / of.filters, of.filters / of.still!) <= 1.2);
      expect(said.includes('lowered the data')).toBe(of.data < of.clean);
    }
    expect(numbers(plain(zh.verdict.text(verdict)))).toEqual(numbers(said));
  });
});

describe('more noise where the data’s rank is past its largest', () => {
  it('is said to lower it, as it does: 42 at σ = 0.2, 37 at 2, while that of the filters goes up', async () => {
    const [at, past, below] = await Promise.all(
      [0.2, 0.6, 0.1].map(async (sigma) => {
        const { experiment } = decodeLink(`#sigma=${sigma}`);
        return stableRank((await testEngine.spectrum({ experiment })).data);
      }),
    );
    expect(past).toBeLessThan(0.95 * at!);
    expect(below).toBeLessThan(0.5 * at!);
    const turn = async (link: string) => {
      const { verdict } = await judged(link);
      return plain(en.verdict.text(verdict)).includes('more noise lowers it again');
    };
    expect(await turn('#sigma=0.6')).toBe(true);
    expect(await turn('#sigma=0.1')).toBe(false);
  });
});
