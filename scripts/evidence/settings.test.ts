import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../../src/experiment/link';
import { knownLines } from '../../src/store/testing-known';
import { testEngine } from '../../src/store/testing-runs';
import { claimOf } from '../../src/store/views/claim';
import { claimCurveOf } from '../../src/store/views/claim-curve';
import { outcomeOf, regimeOf } from '../../src/store/views/regime';
import { stillExperiment, neededStill } from '../../src/store/views/still';
import { unstableOf } from '../../src/store/views/unstable';
import { verdictOf } from '../../src/store/views/verdict';
import { en } from '../../src/strings/en';
import type { ClaimKind } from '../../src/strings/facts';
import { plain } from '../../src/strings/markup';
import { zh } from '../../src/strings/zh';
import { measureSetting, readSettings, stateOfSetting, type KeptSetting } from './kept-settings';
import { settings, watchedSettings } from './settings';

const kept = readSettings();
const keptOf = (link: string) => kept.find(({ setting }) => setting === link)!;

/** What is so, worked out here from singular values, filters and signal vectors, whatever the page's selectors say. */
interface Measured {
  readonly sigma: number;
  readonly clean: number;
  readonly data: number;
  readonly filters: number;
  /** The filters' stable rank in the same run at σ = 0; null where none was made. */
  readonly still: number | null;
  /** exp of the entropy of the data's singular values, with noise and without. */
  readonly entropy: readonly [data: number, clean: number];
  readonly loss: number;
  readonly test: number;
  /** Of W − W₀ in the signal span. */
  readonly share: number;
  /** Steps at which the loss rose by more than a thousandth. */
  readonly rises: number;
}

const stableRank = (s: ArrayLike<number>) => Array.from(s).reduce((sum, value) => sum + (value / s[0]!) ** 2, 0);

const entropyOf = (s: readonly number[]) => {
  const sum = s.reduce((total, value) => total + value, 0);
  return Math.exp(-s.reduce((total, value) => total + (value > 0 ? (value / sum) * Math.log(value / sum) : 0), 0));
};

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
  turned: ({ data, clean, entropy }) => data < clean && entropy[0] > 2 * entropy[1],
  still: ({ sigma, data, clean }) => sigma === 0 && data === clean,
  unreached: ({ sigma, data, clean }) => sigma > 0 && Math.abs(data / clean - 1) < 1e-9,
  unstable: ({ rises }) => rises >= 5,
  diverged: ({ loss }) => !(loss < 5),
};

function measuredOf({ run, losses, share, still }: KeptSetting): Measured {
  const end = run.points.at(-1)!;
  return {
    sigma: decodeLink(run.link).experiment.sigma,
    clean: stableRank(run.data.clean),
    data: stableRank(run.data.data),
    entropy: [entropyOf(run.data.data), entropyOf(run.data.clean)],
    filters: stableRank(end.values),
    still: still && still.matrices[0]!.ranks.stable,
    loss: end.loss,
    test: end.testAccuracy!,
    share,
    rises: losses.filter((loss, i) => i > 0 && loss > 1.001 * losses[i - 1]!).length,
  };
}

/** The page where that ended. */
function judged(one: KeptSetting) {
  const state = stateOfSetting(one),
    { still } = one;
  const { experiment } = state;
  // What the curve begins with is known on the page too.
  const known = still
    ? knownLines([{ experiment: { ...experiment, sigma: 0 }, backend: 'wasm', own: false, summary: still }])
    : state.known;
  return { state: { ...state, known }, measured: measuredOf(one), verdict: verdictOf(state, still)! };
}

const numbers = (sentence: string) => (sentence.match(/\d+(\.\d+)?/g) ?? []).toSorted();

describe('what is said of a setting is so, by runs that were kept:', () => {
  it('they are of these settings: else npm run evidence -- settings', () => {
    expect(kept.map(({ setting }) => setting)).toEqual(settings.map(({ link }) => link));
    for (const { setting, run } of kept) expect(run.link).toBe(`#${encodeLink(decodeLink(setting).experiment)}`);
  });

  it.each(settings.filter(({ claim }) => claim !== null))(
    '$link: $claim, $regime, as $why',
    ({ link, claim: wanted, regime }) => {
      const claim = wanted!;
      const { state, measured: of, verdict } = judged(keptOf(link));
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
    },
  );

  it.each(settings.filter(({ claim }) => claim === null))('$link: $regime, as $why', ({ link, regime }) => {
    const state = stateOfSetting(keptOf(link));
    expect(outcomeOf(state.run.history.at(-1)!, state.experiment)).toBe(regime);
  });

  it.each(watchedSettings)('$link: $claim, as its loss rises again and again or does not', ({ link, claim }) => {
    const state = stateOfSetting(keptOf(link));
    expect(state.run.history.length).toBeGreaterThan(50);
    if (claim !== 'diverged') expect(unstableOf(state) !== null).toBe(claim === 'unstable');
  });

  it.each(['#m=1', '#net=deep&m=8&n=120'])('%s was measured as it comes out now', async (link) => {
    const was = keptOf(link),
      is = await measureSetting(link);
    expect(is.run.points.at(-1)!.loss).toBeCloseTo(was.run.points.at(-1)!.loss, 3);
    expect(is.share).toBeCloseTo(was.share, 3);
    const name = neededStill(stateOfSetting(was));
    expect(name === null).toBe(was.still === null);
    if (name !== null) expect(stillExperiment(name)).toMatchObject({ sigma: 0 });
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
    const turn = (link: string) =>
      plain(en.verdict.text(judged(keptOf(link)).verdict)).includes('more noise lowers it again');
    expect(turn('#sigma=0.6')).toBe(true);
    expect(turn('#sigma=0.1')).toBe(false);
  });
});
