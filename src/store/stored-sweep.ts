import { refuse, within, type Decoder } from '../decode/decode';
import { listOf, record } from '../decode/shapes';
import { finite, flag, foundIn, mapped, nullable, oneOf, optional, refined, text, whole } from '../decode/values';
import { decodeLink, longestLink } from '../experiment/link';
import { matrixNames, type MatrixName } from '../experiment/networks';
import { parameters } from '../experiment/parameters';
import { sweepExperiments, sweepKeys, type SweepAxis, type SweepPlan } from '../experiment/sweep';
import { rankNotions } from '../spectrum/ranks';
import type { MatrixSummary, Ranks, RunSummary } from '../training/summary';
import type { SweepName, SweepState } from './state';

const mostLevels = parameters.levels.max;

/** Levels that the parameter can have, ascending, and no more than a plan makes. */
const axis: Decoder<SweepAxis> = (value) => {
  const { key } = record({ key: oneOf(sweepKeys) })(value);
  const { min, max, integer } = parameters[key];
  const levels = listOf((integer ? whole : finite)(min, max), 1, mostLevels);
  const values = refined(levels, (all) => {
    const at = all.findIndex((level, i) => i > 0 && !(level > all[i - 1]!));
    return at < 0 ? null : { kind: 'not-later', at: `[${at}]` };
  });
  return { key, ...record({ values })(value) };
};

const ranks = record(Object.fromEntries(rankNotions.map((notion) => [notion, finite()]))) as Decoder<Ranks>;

/** Every matrix of a network, by its name and in their order. */
function matricesOf(names: readonly MatrixName[]): Decoder<MatrixSummary[]> {
  const moved = nullable(record({ share: finite(), followed: finite() }));
  const matrix = record({ name: oneOf(names), ranks, signalShare: nullable(finite()), moved });
  return refined(listOf(matrix, names.length, names.length), (matrices) => {
    const at = matrices.findIndex(({ name }, i) => name !== names[i]);
    return at < 0
      ? null
      : { kind: 'not-one-of', found: foundIn(matrices[at]!.name), choices: [names[at]!], at: `[${at}].name` };
  });
}

/** A result without whatever else was stored with it. */
function summaryOf(names: readonly MatrixName[]): Decoder<RunSummary> {
  return record({
    step: finite(),
    // A loss that is not finite is written as null.
    loss: mapped(nullable(finite()), (loss) => loss ?? NaN),
    trainAccuracy: finite(),
    testAccuracy: nullable(finite()),
    testLoss: optional<number | null | undefined>(nullable(finite()), undefined),
    byLabel: optional<RunSummary['byLabel']>(
      record({ right: nullable(finite()), wrong: nullable(finite()) }),
      undefined,
    ),
    diverged: flag,
    matrices: matricesOf(names),
    data: ranks,
    signalDimension: finite(),
    attention: optional<number | undefined>(finite(), undefined),
  });
}

const untouched: Decoder<unknown> = (value) => value;

/**
 * A sweep that an earlier visit stored. The panels know these plans and no others: noise alone, with several seeds, or a
 * second axis before it, with one.
 */
export function storedSweep(name: SweepName): Decoder<SweepState> {
  const keys = name === 'sweep' ? [] : Object.keys(parameters.axis.values);
  const stored = record({
    link: text(longestLink),
    axes: refined(listOf(axis, keys.length > 0 ? 2 : 1, keys.length > 0 ? 2 : 1), (axes) => {
      const at = axes.findIndex(({ key }, i) => (i === axes.length - 1 ? key !== 'sigma' : !keys.includes(key)));
      return at < 0
        ? null
        : { kind: 'not-one-of', found: foundIn(axes[at]!.key), choices: [...keys, 'sigma'], at: `[${at}].key` };
    }),
    seeds: whole(parameters.seeds.min, name === 'sweep' ? parameters.seeds.max : 1),
    results: listOf(untouched, 0, mostLevels ** 2),
  });
  return (value) => {
    const { link, axes, seeds, results } = stored(value);
    const { experiment, notices: complaints } = decodeLink(link);
    const plan: SweepPlan = { experiment, axes, seeds };
    const { experiments, notices } = sweepExperiments(plan);
    if (complaints.length > 0 || notices.length > 0) refuse({ kind: 'missing' });
    const summary = summaryOf(matrixNames(experiment));
    const read = within('results', () => listOf(nullable(summary), experiments.length, experiments.length)(results));
    return { status: read.includes(null) ? 'stopped' : 'ready', plan, results: read, failure: null };
  };
}
