import { describe, expect, it } from 'vitest';
import { singularValues } from '../../spectrum/singular-values';
import { createCpuTrainer } from '../../training/backends/cpu';
import { takeSnapshot } from '../../training/snapshot';
import { relativeError } from '../../training/testing';
import {
  networkCases,
  optimiserCases,
  readCaseFile,
  referenceName,
  type WantOfNetwork,
} from '../../training/testing-cases';
import type { Want } from '../../training/testing';

/** The reference computes in double precision too, with sums in another order. */
const tolerance = 1e-9;

describe('the plain trainer, with every network and optimiser', () => {
  it.each(networkCases)('agrees with the NumPy reference at every step of %s', async (name) => {
    const { problem, json } = readCaseFile(name);
    const want = json.want as WantOfNetwork;
    const trainer = await createCpuTrainer(problem);
    for (const at of want.history) {
      if (at.step > 0) await trainer.advance(1);
      const { loss, trainAccuracy, matrices } = takeSnapshot(await trainer.read(), null);
      expect(Math.abs(loss / at.loss - 1)).toBeLessThan(tolerance);
      // Written with twelve digits.
      expect(trainAccuracy).toBeCloseTo(at.trainAccuracy, 11);
      for (const matrix of matrices) {
        const values = at.singularValues?.[referenceName(problem, matrix.name)];
        if (values) expect(relativeError(matrix.singularValues, values)).toBeLessThan(tolerance);
      }
    }
    const { matrices } = await trainer.read();
    for (const matrix of matrices)
      expect(relativeError(matrix.values, want.weights[referenceName(problem, matrix.name)]!.flat())).toBeLessThan(
        tolerance,
      );
    const { architecture, train } = problem;
    const said = architecture.forward(matrices, problem, train);
    expect(relativeError(said.outputs, want.f)).toBeLessThan(tolerance);
    expect(said.attention === undefined).toBe(want.attention === undefined);
    if (want.attention) expect(relativeError(said.attention!, want.attention.flat())).toBeLessThan(tolerance);
    const embeddings = architecture.embed(matrices, problem, train);
    expect(embeddings.map((one) => one.name)).toEqual(Object.keys(want.embeddings));
    for (const one of embeddings) {
      const spectra = want.embeddings[one.name]!;
      expect(one.patch === null).toBe(spectra.patch === null);
      if (spectra.patch) expect(relativeError(singularValues(one.patch!), spectra.patch)).toBeLessThan(tolerance);
      expect(relativeError(singularValues(one.pooled), spectra.pooled)).toBeLessThan(tolerance);
    }
  });

  it.each(optimiserCases)('agrees with it at every step of %s', async (name) => {
    const { problem, json } = readCaseFile(name);
    const want = json.want as Want;
    const trainer = await createCpuTrainer(problem);
    for (const at of want.history) {
      if (at.step > 0) await trainer.advance(1);
      const { loss, trainAccuracy, matrices } = takeSnapshot(await trainer.read(), null);
      expect(Math.abs(loss / at.loss - 1)).toBeLessThan(tolerance);
      expect(trainAccuracy).toBe(at.trainAccuracy);
      expect(relativeError(matrices[0]!.singularValues, at.singularValues)).toBeLessThan(tolerance);
    }
    expect(relativeError((await trainer.read()).matrices[0]!.values, want.filters.flat())).toBeLessThan(tolerance);
  });
});
