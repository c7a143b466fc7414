import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from '../experiment/link';
import { matrixNames } from '../experiment/networks';
import { defaults, parameterKeys, type Experiment, type Science } from '../experiment/parameters';
import { sweepExperiments, type SweepPlan } from '../experiment/sweep';
import { anyExperiment } from '../experiment/testing';
import { unexpected } from '../problems/testing';
import type { RunSummary } from '../training/summary';
import { mapPlan, noisePlan } from './views/plans';
import { initialState, sweepNames, type AppState, type SweepName, type SweepState } from './state';
import { joined, readSweeps, writeSweep } from './sweep-text';

const { sweep: empty } = initialState(defaults, []);

const ranks = { stable: 2.5, effective: 3.25, numerical: 3, energy: 2 };
const summary: RunSummary = {
  step: 40,
  loss: 0.25,
  trainAccuracy: 1,
  testAccuracy: 0.5,
  diverged: false,
  matrices: [{ name: 'filters', ranks, signalShare: 0.75, moved: { share: 0.8, followed: 5 } }],
  data: ranks,
  signalDimension: 4,
};
const summaryFor = (experiment: Science): RunSummary => ({
  ...summary,
  matrices: matrixNames(experiment).map((name) => ({ ...summary.matrices[0]!, name })),
});
const stateOf = (plan: SweepPlan, missing = 0, one = summaryFor(plan.experiment)): SweepState => ({
  status: missing > 0 ? 'stopped' : 'ready',
  plan,
  results: sweepExperiments(plan).experiments.map((_, i) => (i < missing ? null : one)),
  failure: null,
});

/** What is kept of these sweeps, as versions before kept it: both in one text. */
const stored = (sweeps: Partial<Pick<AppState, SweepName>>): string =>
  JSON.stringify(
    Object.assign({}, ...sweepNames.map((name) => JSON.parse(writeSweep(name, sweeps[name] ?? empty)) as object)),
  );
const remembered = (text: string) => ({ sweep: empty, map: empty, ...readSweeps(text) });
const nothing = { sweep: empty, map: empty };

describe('sweeps that are kept as text', () => {
  it('are the same when they are read, with their experiment, whatever it is', () => {
    fc.assert(
      fc.property(anyExperiment, fc.integer({ min: 0, max: 3 }), (experiment: Experiment, missing) => {
        const sweeps = { sweep: stateOf(noisePlan(experiment), missing), map: stateOf(mapPlan(experiment), missing) };
        expect(remembered(stored(sweeps))).toEqual(sweeps);
      }),
      { numRuns: 40 },
    );
  });

  it('that were running, or had failed, are stopped ones', () => {
    for (const status of ['running', 'failed'] as const) {
      const { sweep, map } = remembered(
        stored({ sweep: { ...stateOf(noisePlan(defaults), 2), status, failure: unexpected('no memory') } }),
      );
      expect([sweep, map]).toEqual([stateOf(noisePlan(defaults), 2), nothing.map]);
    }
  });

  it('keep runs that diverged: a loss that is not finite is no number again', () => {
    for (const loss of [Infinity, NaN]) {
      const lost: RunSummary = {
        ...summary,
        loss,
        testAccuracy: null,
        diverged: true,
        matrices: [
          {
            name: 'filters',
            ranks: { stable: 0, effective: 0, numerical: 0, energy: 0 },
            signalShare: null,
            moved: null,
          },
        ],
      };
      expect(remembered(stored({ sweep: stateOf(noisePlan(defaults), 0, lost) })).sweep.results[0]).toEqual({
        ...lost,
        loss: NaN,
      });
    }
  });
});

describe('a text that is damaged', () => {
  const good = JSON.parse(stored({ sweep: stateOf(noisePlan(defaults)), map: stateOf(mapPlan(defaults)) })) as {
    version: number;
    sweep: Record<string, unknown>;
    map: Record<string, unknown>;
  };
  const [axis] = good.sweep['axes'] as [{ key: string; values: number[] }];
  const results = good.sweep['results'] as unknown[];
  const text = (patch: Record<string, unknown>) => JSON.stringify({ ...good, sweep: { ...good.sweep, ...patch } });
  const level = (value: unknown, at = 3) =>
    text({ axes: [{ key: 'sigma', values: axis.values.map((old, i) => (i === at ? value : old)) }] });
  const result = (patch: Record<string, unknown>) => text({ results: results.with(0, { ...summary, ...patch }) });
  const many = (count: number) => Array.from({ length: count }, (_, i) => i / count);

  it.each([
    '',
    'not json',
    'null',
    '7',
    '"x"',
    '[]',
    '{}',
    '{"version":2}',
    '{"version":2,"sweep":null,"map":7}',
    '{"version":2,"sweep":[],"map":{"axes":{}}}',
    JSON.stringify({ ...good, version: 1 }),
    JSON.stringify({ ...good, version: '2' }),
  ])('gives nothing where it holds %j', (damaged) => {
    expect(remembered(damaged)).toEqual(nothing);
  });

  it.each(
    Object.entries({
      'no axes': text({ axes: [] }),
      'the axes of a map': text({ axes: good.map['axes'] }),
      'another axis': text({ axes: [{ key: 'n', values: axis.values.map((_, i) => i + 2) }] }),
      'two axes of one key': text({ axes: [axis, axis] }),
      'many huge axes': text({ axes: Array.from({ length: 9 }, () => ({ key: 'sigma', values: many(100) })) }),
      'a huge axis': text({ axes: [{ key: 'sigma', values: many(100_000) }] }),
      'a key of every object': text({ axes: [{ key: 'constructor', values: [1] }] }),
      'the prototype as a key': text({ axes: [{ key: '__proto__', values: [1] }] }),
      'a level that is text': level('0.1'),
      'a level that is null': level(null),
      'a level out of range': level(2.5, 11),
      'a level below zero': level(-0.1, 0),
      'a level twice': level(axis.values[2]),
      'levels that fall': text({ axes: [{ key: 'sigma', values: axis.values.toReversed() }] }),
      'no seeds': text({ seeds: 0 }),
      'endless seeds': text({ seeds: 4e9 }),
      'half a seed': text({ seeds: 1.5 }),
      'seeds below zero': text({ seeds: -1, results: [] }),
      'a result too few': text({ results: results.slice(1) }),
      'a result too many': text({ results: [...results, null] }),
      'results that are an object': text({ results: { length: 12 } }),
      'a result that is a number': text({ results: results.with(0, 7) }),
      'a result of nothing': text({ results: results.with(0, {}) }),
      'a result of lists': text({ results: results.with(0, [[[]]]) }),
      'an accuracy that is text': result({ trainAccuracy: '1' }),
      'a share that is an object': result({ matrices: [{ ...summary.matrices[0], signalShare: {} }] }),
      'no matrices': result({ matrices: [] }),
      'a matrix too many': result({ matrices: [summary.matrices[0], summary.matrices[0]] }),
      'a matrix of another network': result({ matrices: [{ ...summary.matrices[0], name: 'other' }] }),
      'no ranks': result({ matrices: [{ ...summary.matrices[0], ranks: null }] }),
      'a rank that is missing': result({ data: { stable: 1 } }),
      'a rank that is null': result({ data: { ...ranks, energy: null } }),
      'a rank below zero': result({ data: { ...ranks, stable: -1 } }),
      'divergence as a number': result({ diverged: 1 }),
      'a link with complaints': text({ link: 'v=1&sigma=9' }),
      'a link that is a number': text({ link: 7 }),
      'a link without end': text({ link: `v=1&${'k=3&'.repeat(2000)}` }),
    }),
  )('drops a sweep with %s, and keeps the map', (_, damaged) => {
    expect(remembered(damaged)).toEqual({ ...nothing, map: stateOf(mapPlan(defaults)) });
  });

  it('drops a map with several seeds, with its axes in another order, or without the noise', () => {
    const [rows, columns] = good.map['axes'] as [unknown, unknown];
    for (const patch of [
      { seeds: 2, results: Array.from({ length: 256 }, () => null) },
      { axes: [columns, rows] },
      { axes: [rows, rows] },
      { axes: [rows] },
      { axes: [{ key: 'lr', values: mapPlan(defaults).axes[0]!.values.map((_, i) => i + 1) }, columns] },
    ]) {
      expect(remembered(JSON.stringify({ ...good, map: { ...good.map, ...patch } })).map).toEqual(nothing.map);
    }
  });

  it('leaves behind whatever else lies in it', () => {
    const { sweep } = remembered(
      text({
        junk: 1,
        axes: [{ ...axis, junk: { deep: [] } }],
        results: results.map((one) => ({ ...(one as object), junk: [1] })),
      }),
    );
    expect(sweep).toEqual(stateOf(noisePlan(defaults)));
    expect(Object.keys(sweep.plan!.experiment)).toEqual(parameterKeys);
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (anything) => {
        expect(remembered(anything)).toEqual(nothing);
      }),
    );
    // The same where it looks right from outside.
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom(encodeLink(defaults), [axis], results, 1));
    fc.assert(
      fc.property(fc.record({ link: part, axes: part, seeds: part, results: part }), (sweep) => {
        const read = remembered(JSON.stringify({ version: 2, sweep, map: sweep }));
        expect(read.sweep.plan === null || decodeLink(sweep.link as string).notices.length === 0).toBe(true);
        expect(read.map).toEqual(nothing.map);
      }),
    );
  });
});

describe('two tabs that measured the same', () => {
  const plan = noisePlan(defaults);
  const some = (levels: readonly number[], of = plan): SweepState => ({
    ...stateOf(of),
    results: sweepExperiments(of).experiments.map((_, i) => (levels.includes(i) ? summary : null)),
  });
  const known = ({ results }: SweepState) => results.flatMap((result, i) => (result ? [i] : []));

  it('have measured both together', () => {
    expect(known(joined(some([0, 1, 2]), some([2, 5])))).toEqual([0, 1, 2, 5]);
    expect(known(joined(undefined, some([2])))).toEqual([2]);
    expect(known(joined(empty, some([2])))).toEqual([2]);
  });

  it('at other levels have the one of which more is known', () => {
    const further = { ...plan, axes: [{ ...plan.axes[0]!, values: plan.axes[0]!.values.map((level) => level / 2) }] };
    const [few, many] = [some([0]), some([0, 1, 2], further)];
    expect(joined(many, few)).toBe(many);
    expect(joined(few, many)).toBe(many);
  });
});
