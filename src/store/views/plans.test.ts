import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend } from '../../experiment/mend';
import { scienceKeys, defaults, parameters, type Experiment } from '../../experiment/parameters';
import { isRelevant } from '../../experiment/relevance';
import { sweepExperiments, type SweepPlan } from '../../experiment/sweep';
import { anyExperiment } from '../../experiment/testing';
import { criticalNoiseOf } from './theory';
import { isStalePlan, mapAxis, mapColumns, mapPlan, mapRows, noisePlan } from './plans';

const valuesOf = (plan: SweepPlan, axis: number) => plan.axes[axis]!.values;
const planOf = (patch: Partial<Experiment>) => mapPlan(mend({ ...defaults, ...patch }).experiment);

/** What every plan promises: values that the table allows, ascending, all different, with nothing to mend. */
function expectSound(plan: SweepPlan): void {
  for (const { key, values } of plan.axes) {
    const { min, max, integer } = parameters[key];
    expect(values.length).toBeGreaterThan(0);
    expect(values).toEqual([...new Set(values)].toSorted((a, b) => a - b));
    expect(values.every((value) => value >= min && value <= max && (!integer || Number.isInteger(value)))).toBe(true);
  }
  const { experiments, notices } = sweepExperiments(plan);
  expect(notices).toEqual([]);
  expect(experiments.length).toBe(plan.axes.reduce((count, { values }) => count * values.length, plan.seeds));
}

describe('a sweep of the noise', () => {
  it('is sound for every experiment, starts at σ = 0, has the levels asked for, and reaches beyond σ* where it may', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const plan = noisePlan(experiment);
        expectSound(plan);
        expect(valuesOf(plan, 0)[0]).toBe(0);
        expect(valuesOf(plan, 0).length).toBe(experiment.levels);
        expect(plan.seeds).toBe(experiment.seeds);
        const end = valuesOf(plan, 0).at(-1)!;
        expect(end === parameters.sigma.max || end > (criticalNoiseOf(experiment) ?? 0.59)).toBe(true);
      }),
    );
  });

  it('has levels that read well: steps of one significant digit', () => {
    expect(valuesOf(noisePlan(defaults), 0).slice(0, 4)).toEqual([0, 0.06, 0.12, 0.18]);
  });

  it('ends at the largest σ where σ* is beyond it', () => {
    const plan = noisePlan({ ...defaults, mu: 10, side: 2, k: 1, q: 2, levels: 5 });
    expect(valuesOf(plan, 0)).toEqual([0, 0.5, 1, 1.5, 2]);
  });

  it('does not depend on the noise of the experiment', () => {
    expect(noisePlan({ ...defaults, sigma: 1.7 }).axes).toEqual(noisePlan(defaults).axes);
  });
});

describe('a phase map', () => {
  it('is sound for every experiment, with σ at the middles of even cells', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const plan = mapPlan(experiment);
        expectSound(plan);
        expect(plan.axes.map(({ key }) => key)).toEqual([mapAxis(experiment), 'sigma']);
        expect(valuesOf(plan, 0).length).toBeLessThanOrEqual(mapRows);
        const columns = valuesOf(plan, 1),
          cell = 2 * columns[0]!;
        expect(columns.length).toBe(mapColumns);
        columns.forEach((sigma, i) => expect(sigma / cell).toBeCloseTo(i + 0.5, 3));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    { axis: 'n' },
    { axis: 'n', n: 2 },
    { axis: 'n', n: 4000 },
    { axis: 'n', n: 2, k: 16, side: 14 },
    { axis: 'n', data: 'mnist', n: 1000 },
    { axis: 'm' },
    { axis: 'm', m: 1 },
    { axis: 'm', m: 512 },
    { axis: 'm', m: 3 },
    { axis: 'k' },
    { axis: 'side' },
    { axis: 'patches' },
  ] satisfies Partial<Experiment>[])('has all its rows, also where the axis is near an end: %o', (patch) => {
    expect(valuesOf(planOf(patch), 0).length).toBe(mapRows);
  });

  it('has the rows that the patches leave room for', () => {
    expect(valuesOf(planOf({ axis: 'k', side: 3, k: 1 }), 0)).toEqual([1, 2, 3, 4]);
    expect(valuesOf(planOf({ axis: 'k', side: 2, k: 1 }), 0)).toEqual([1]);
    expect(valuesOf(planOf({ axis: 'side', k: 16 }), 0)[0]).toBe(6);
  });

  it('keeps classes and features balanced, and the experiment’s own n among the rows', () => {
    const rows = valuesOf(planOf({ axis: 'n', n: 240, k: 3 }), 0);
    expect(rows.every((n) => n % 6 === 0)).toBe(true);
    expect(rows).toContain(240);
    expect(valuesOf(planOf({ axis: 'n', data: 'mnist', n: 100, k: 7 }), 0)).toContain(100);
  });

  it('leaves out window sides whose stride would have to be another', () => {
    const windows = { axis: 'side', data: 'mnist', layout: 'windows' } as const;
    expect(valuesOf(planOf({ ...windows, side: 8, stride: 4 }), 0)).toEqual([4, 5, 6, 7, 8, 10, 12, 14]);
    expect(valuesOf(planOf({ ...windows, side: 28, stride: 1 }), 0)).toEqual([22, 24, 26, 28]);
  });

  it('has an axis that changes these images: n where the one asked for is fixed', () => {
    fc.assert(fc.property(anyExperiment, (experiment) => isRelevant(mapAxis(experiment), experiment)));
    expect([
      mapAxis({ ...defaults, axis: 'k' }),
      mapAxis({ ...defaults, axis: 'k', data: 'mnist' }),
      mapAxis({ ...defaults, axis: 'm', data: 'mnist' }),
    ]).toEqual(['k', 'n', 'm']);
  });
});

describe('what was measured', () => {
  const plans = [noisePlan, mapPlan];
  const stale = (plan: (experiment: Experiment) => SweepPlan, patch: Partial<Experiment>) =>
    isStalePlan(plan(defaults), plan({ ...defaults, ...patch }));

  it('still holds where only the noise, a view or the backend changes, and where a cell of it is opened', () => {
    for (const patch of [
      { sigma: 0.7 },
      { rank: 'effective' },
      { cells: 'accuracy' },
      { theme: 'dark' },
      { pins: ['default'] },
      { backend: 'cpu' },
      { stride: 9 },
    ] satisfies Partial<Experiment>[]) {
      for (const plan of plans) expect(stale(plan, patch)).toBe(false);
    }
    expect(stale(mapPlan, { n: 540, sigma: 0.1 })).toBe(false);
    expect(stale(mapPlan, { seeds: 3, levels: 30 })).toBe(false);
  });

  it('does not where any other parameter of the run does, or the matrix, the levels, the seeds or the axis', () => {
    for (const key of scienceKeys.filter(
      (other) => isRelevant(other, defaults) && other !== 'sigma' && other !== 'data',
    )) {
      const other =
        { basis: 'random', noise: 'everywhere', project: false }[key as string] ?? Number(defaults[key]) + 1;
      expect(stale(noisePlan, { [key]: other })).toBe(true);
      expect(stale(mapPlan, { [key]: other })).toBe(key !== 'n');
    }
    for (const patch of [{ matrix: 'image' }, { levels: 13 }, { seeds: 2 }] satisfies Partial<Experiment>[])
      expect(stale(noisePlan, patch)).toBe(true);
    for (const patch of [{ matrix: 'image' }, { axis: 'm' }] satisfies Partial<Experiment>[])
      expect(stale(mapPlan, patch)).toBe(true);
  });
});
