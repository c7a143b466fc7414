import { describe, expect, it } from 'vitest';
import { filterMatrix } from '../../network/filters';
import { doubled, randomProblem } from '../../network/testing';
import { leading } from '../../network/matrices';
import { explicitProblem } from '../explicit-problem';
import { takeSnapshot } from '../snapshot';
import { referenceCase, referenceCases, relativeError } from '../testing';
import type { TrainerState, TrainingProblem } from '../trainer';
import { createCpuTrainer } from './cpu';

function someProblem(seed: number, q = 2.5, lr = 1): TrainingProblem {
  const { images, filters } = randomProblem({ n: 10, patches: 3, dimension: 9, width: 4 }, seed, 0.2);
  const { images: test } = randomProblem({ n: 6, patches: 3, dimension: 9, width: 4 }, seed + 1);
  return explicitProblem({ train: images, test, matrices: [filterMatrix(filters, 4)], lr, q, kappa: 1 });
}

const filtersOf = (of: Pick<TrainerState, 'matrices'>) => leading(of).values;

async function trained(problem: TrainingProblem, steps: number, batch = steps) {
  const trainer = await createCpuTrainer(problem);
  for (let done = 0; done < steps; done += batch) await trainer.advance(Math.min(batch, steps - done));
  return trainer.read();
}

describe('the plain TypeScript trainer', () => {
  // The reference computes in double precision too; sums in another order differ by 1e-13 or so after 40 steps.
  const tolerance = 1e-9;
  it.each(referenceCases)('agrees with the NumPy reference at every step of %s', async (name) => {
    const { problem, steps, want } = referenceCase(name);
    const trainer = await createCpuTrainer(problem);
    expect(want.history.length).toBe(steps + 1);
    for (const at of want.history) {
      if (at.step > 0) await trainer.advance(1);
      const snapshot = takeSnapshot(await trainer.read(), null);
      expect(snapshot.step).toBe(at.step);
      expect(Math.abs(snapshot.loss / at.loss - 1)).toBeLessThan(tolerance);
      expect(snapshot.trainAccuracy).toBe(at.trainAccuracy);
      expect(relativeError(leading(snapshot).singularValues, at.singularValues)).toBeLessThan(tolerance);
    }
    expect(relativeError(filtersOf(await trainer.read()), want.filters.flat())).toBeLessThan(tolerance);
  });

  it('repeats itself bit for bit, in whatever batches the steps are asked for', async () => {
    const once = await trained(someProblem(1), 24);
    expect(await trained(someProblem(1), 24)).toEqual(once);
    expect(await trained(someProblem(1), 24, 5)).toEqual(once);
    expect(await trained(someProblem(1), 24, 1)).toEqual(once);
    expect(once.step).toBe(24);
  });

  it('has dynamics that do not change with the width: every filter twice moves as every filter once', async () => {
    const problem = someProblem(2);
    const { filters, width } = doubled({ ...problem, filters: filtersOf(problem) });
    const once = await trained(problem, 30),
      twice = await trained(
        explicitProblem({ ...problem, matrices: [filterMatrix(Float64Array.from(filters), width)] }),
        30,
      );
    // Sums in another order; thirty steps carry rounding of 1e-16 no further than this.
    expect(relativeError(filtersOf(twice), doubled({ ...problem, filters: filtersOf(once) }).filters)).toBeLessThan(
      1e-12,
    );
    expect(Math.abs(twice.loss - once.loss)).toBeLessThan(1e-12);
    expect(relativeError(filtersOf(once), filtersOf(problem))).toBeGreaterThan(0.1); // it did move
  });

  it('lowers the loss with a small learning rate', async () => {
    const problem = someProblem(3, 2.5, 0.1);
    const trainer = await createCpuTrainer(problem);
    let before = Infinity;
    for (let i = 0; i < 20; i++) {
      const { loss } = await trainer.read();
      expect(loss).toBeLessThan(before);
      before = loss;
      await trainer.advance(1);
    }
  });

  it('leaves the problem’s filters alone, and hands out copies', async () => {
    const problem = someProblem(4),
      given = filtersOf(problem).slice();
    const trainer = await createCpuTrainer(problem);
    const initial = await trainer.read();
    expect(filtersOf(initial)).toEqual(given);
    await trainer.advance(3);
    expect(filtersOf(problem)).toEqual(given);
    expect(filtersOf(initial)).toEqual(given);
  });

  it('measures the test images where there are some, and says null where there are none', async () => {
    expect((await trained(someProblem(5), 1)).testAccuracy).toBeGreaterThanOrEqual(0);
    expect((await trained({ ...someProblem(5), test: null }, 1)).testAccuracy).toBeNull();
  });

  it('tells its progress up to the end of a batch', async () => {
    const trainer = await createCpuTrainer(someProblem(6));
    const shares: number[] = [];
    await trainer.advance(4, (share) => shares.push(share));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBe(40);
    expect(shares.at(-1)).toBe(1);
  });
});
