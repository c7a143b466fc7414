import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { referenceCase, referenceCases, relativeError, type Want } from '../src/training/testing';
import { networkCases, optimiserCases, readCaseFile, type WantOfNetwork } from '../src/training/testing-cases';
import { readArguments, type Arguments, type RunSource } from './arguments';
import { run } from './run';
import { nothingToSay } from './testing';

interface Result {
  parameters: Record<string, unknown>;
  backend: string;
  history: {
    step: number;
    loss: number;
    trainAccuracy: number;
    testAccuracy: number | null;
    stableRank: number;
    signalShare: number | null;
    singularValues: number[];
  }[];
  data: { singularValues: number[]; stableRank: number; imageStableRank: number; effectiveRank: number };
  clean: Result['data'] | null;
  filters: number[][];
}

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}.json`, import.meta.url));
/** As it comes out of the command: through JSON. */
/** Of W − W₀, or of the gradient. */
interface Changed {
  signalShare: number;
  energies: number[];
  followed: number;
  stableRank: number;
  singularValues: number[];
  cosine: number;
}

const result = async (...argv: string[]): Promise<Result> =>
  JSON.parse(JSON.stringify(await run(readArguments(argv) as Arguments<RunSource>, nothingToSay)));

/** What the reference's own `check` allows. */
const tolerance = 1e-4;

describe.each(['cpu', 'wasm'])('a case on %s', (backend) => {
  it.each(referenceCases)('%s passes the reference’s check', async (name) => {
    const { want } = referenceCase(name);
    const got = await result('--case', fixture(name), '--backend', backend);
    expect(got.backend).toBe(backend);
    expect(got.history.map(({ step }) => step)).toEqual(want.history.map(({ step }) => step));
    expect(relativeError(got.filters.flat(), want.filters.flat())).toBeLessThan(tolerance);
    for (const [i, at] of want.history.entries()) {
      expect(relativeError([got.history[i]!.loss], [at.loss])).toBeLessThan(tolerance);
      expect(relativeError(got.history[i]!.singularValues, at.singularValues)).toBeLessThan(tolerance);
      expect(relativeError([got.history[i]!.stableRank], [at.stableRank])).toBeLessThan(tolerance);
    }
    expect(relativeError(got.data.singularValues, want.data.singularValues)).toBeLessThan(tolerance);
    for (const rank of ['stableRank', 'imageStableRank', 'effectiveRank'] as const)
      expect(relativeError([got.data[rank]], [want.data[rank]])).toBeLessThan(tolerance);
  });
});

describe('the history', () => {
  const small = '#side=4&k=2&n=16&patches=2&m=4';
  it.each([
    [
      ['--steps', '7', '--every', '3'],
      [0, 3, 6, 7],
    ],
    [
      ['--steps', '6', '--every', '3'],
      [0, 3, 6],
    ],
    [
      ['--steps', '2', '--every', '100'],
      [0, 2],
    ],
    [
      ['--steps', '1'],
      [0, 1],
    ],
  ])('%j has its first, every so many, and always its last step', async (argv, steps) => {
    const { history, parameters } = await result('--link', small, '--backend', 'cpu', ...argv);
    expect(history.map(({ step }) => step)).toEqual(steps);
    expect(parameters['steps']).toBe(steps.at(-1));
  });

  it('does not change what is computed', async () => {
    const often = await result('--link', small, '--backend', 'cpu', '--steps', '20'),
      seldom = await result('--link', small, '--backend', 'cpu', '--steps', '20', '--every', '20');
    expect(often.filters).toEqual(seldom.filters);
    expect(often.history.at(-1)).toEqual(seldom.history.at(-1));
  });

  it('of a case can be cut short', async () => {
    const { want } = referenceCase('case-small');
    const got = await result('--case', fixture('case-small'), '--backend', 'cpu', '--steps', '5', '--every', '5');
    expect(got.history.map(({ step }) => step)).toEqual([0, 5]);
    expect(relativeError([got.history[1]!.loss], [want.history[5]!.loss])).toBeLessThan(1e-9);
  });
});

describe('the result', () => {
  it('of a link holds what the documentation promises, filters with class +1 first', async () => {
    const got = await result('--link', '#side=4&k=2&n=16&patches=2&m=4&steps=3');
    expect(Object.keys(got)).toEqual(
      expect.arrayContaining(['parameters', 'backend', 'history', 'data', 'clean', 'filters']),
    );
    expect(got.parameters).toMatchObject({ side: 4, k: 2, n: 16, patches: 2, m: 4, steps: 3, sigma: 0.2, seed: 1 });
    expect(got.backend).toBe('wasm');
    expect(Object.keys(got.history[0]!).toSorted()).toEqual([
      'loss',
      'moved',
      'signalShare',
      'singularValues',
      'stableRank',
      'step',
      'testAccuracy',
      'testLoss',
      'trainAccuracy',
    ]);
    for (const side of [got.data, got.clean!]) {
      expect(Object.keys(side).toSorted()).toEqual([
        'effectiveRank',
        'imageStableRank',
        'singularValues',
        'stableRank',
      ]);
      expect(side.singularValues.length).toBe(16);
    }
    expect(got.clean!.stableRank).toBeCloseTo(4, 6);
    expect(got.filters.map((row) => row.length)).toEqual(Array.from({ length: 8 }, () => 16));
  });

  it('of a case has no clean data and no test images', async () => {
    const got = await result('--case', fixture('case-q2'), '--backend', 'cpu', '--steps', '1');
    expect(got.clean).toBeNull();
    expect(got.history[0]).toMatchObject({ testAccuracy: null, testLoss: null, signalShare: null, moved: null });
  });

  it('says how filters have changed and where they are pulled, where that is asked for', async () => {
    const argv = ['--link', '#side=4&k=2&n=16&patches=2&m=4&steps=20', '--every', '20', '--backend', 'cpu'];
    const { history } = await result(...argv, '--change');
    const { moved, gradient } = history.at(-1) as unknown as Record<'moved' | 'gradient', Changed>;
    for (const { signalShare, energies, singularValues, stableRank } of [moved, gradient]) {
      expect(energies.reduce((sum, energy) => sum + energy, 0)).toBeCloseTo(signalShare, 12);
      const [most] = singularValues;
      expect(singularValues.reduce((sum, value) => sum + (value / most!) ** 2, 0)).toBeCloseTo(stableRank, 12);
    }
    expect(gradient.cosine).toBeGreaterThan(0);
    const [, last] = (await result(...argv)).history as unknown as { moved: Changed; gradient?: Changed }[];
    expect(last!.moved).toEqual({ signalShare: moved.signalShare, energies: moved.energies, followed: moved.followed });
    expect(last!.gradient).toBeUndefined();
  });

  it('repeats itself', async () => {
    const argv = ['--link', '#side=4&k=2&n=16&patches=2&m=4&steps=30'];
    expect(await result(...argv)).toEqual(await result(...argv));
  });
});

describe.each(['cpu', 'wasm'])('a case that names its network, on %s', (backend) => {
  const made = async (name: string, ...more: string[]) =>
    (await result('--case', fixture(name), '--backend', backend, ...more)) as unknown as WantOfNetwork & Result;

  it.each(networkCases)('%s has spectra, weights, outputs, embeddings and attention as the reference', async (name) => {
    const { json } = readCaseFile(name);
    const want = json.want as WantOfNetwork;
    const got = await made(name);
    expect(got.backend).toBe(backend);
    const near = (one: ArrayLike<number>, other: ArrayLike<number>) =>
      expect(relativeError(one, other)).toBeLessThan(backend === 'cpu' ? 1e-9 : tolerance);
    expect(got.history.map(({ step }) => step)).toEqual(want.history.map(({ step }) => step));
    const { every, steps } = json.case as { every: number; steps: number };
    for (const [i, { step, loss, singularValues }] of want.history.entries()) {
      near([got.history[i]!.loss], [loss]);
      expect(Object.keys(got.history[i]!.singularValues ?? {})).toEqual(Object.keys(singularValues ?? {}));
      expect(singularValues !== undefined).toBe(step % every === 0 || step === steps);
      for (const [matrix, values] of Object.entries(singularValues ?? {}))
        near((got.history[i]!.singularValues as unknown as Record<string, number[]>)[matrix]!, values);
    }
    expect(Object.keys(got.weights)).toEqual(Object.keys(want.weights));
    for (const [matrix, rows] of Object.entries(want.weights)) near(got.weights[matrix]!.flat(), rows.flat());
    near(got.f, want.f);
    expect(Object.keys(got.embeddings)).toEqual(Object.keys(want.embeddings));
    for (const [at, { patch, pooled }] of Object.entries(want.embeddings)) {
      near(got.embeddings[at]!.pooled, pooled);
      expect(got.embeddings[at]!.patch === null).toBe(patch === null);
      if (patch) near(got.embeddings[at]!.patch!, patch);
    }
    expect(got.attention === undefined).toBe(want.attention === undefined);
    if (want.attention) near(got.attention!.flat(), want.attention.flat());
  });

  it.each(optimiserCases)('%s passes the reference’s check', async (name) => {
    const want = readCaseFile(name).json.want as Want;
    const got = await made(name);
    expect(relativeError(got.filters.flat(), want.filters.flat())).toBeLessThan(tolerance);
    for (const [i, { loss, singularValues }] of want.history.entries()) {
      expect(relativeError([got.history[i]!.loss], [loss])).toBeLessThan(tolerance);
      expect(relativeError(got.history[i]!.singularValues, singularValues)).toBeLessThan(tolerance);
    }
  });
});

describe('a case of several kinds at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kinds-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const made = (change: object, of: string, backend: string) => {
    const file = join(folder, 'case.json');
    const { case: given } = readCaseFile(of).json;
    writeFileSync(file, JSON.stringify({ ...given, steps: 12, ...change }));
    return result('--case', file, '--backend', backend) as unknown as Promise<WantOfNetwork & Result>;
  };
  // Lists of different lengths: a step is the mean over its own.
  const batches = Array.from({ length: 12 }, (_, step) =>
    Array.from({ length: 2 + (step % 5) }, (__, i) => (step + i) % 12),
  );

  it.each([
    ['case-deep-l3', { opt: 'adam', lr: 0.01, batches, decay: 0.01 }],
    ['case-transformer', { opt: 'momentum', batches, decay: 0.01 }],
    ['case-small', { opt: 'adam', lr: 0.01, batches }],
  ])('%s with %j comes to the same on both backends', async (of, change) => {
    const [single, double] = [await made(change, of, 'wasm'), await made(change, of, 'cpu')];
    expect([single.backend, double.backend]).toEqual(['wasm', 'cpu']);
    expect(single.history).toHaveLength(13);
    expect(relativeError(single.filters.flat(), double.filters.flat())).toBeLessThan(tolerance);
    expect(relativeError([single.history.at(-1)!.loss], [double.history.at(-1)!.loss])).toBeLessThan(tolerance);
    const still = await made({ ...change, opt: 'gd', batches: undefined, decay: 0 }, of, 'cpu');
    expect(relativeError(still.filters.flat(), double.filters.flat())).toBeGreaterThan(0.01);
  });

  it('without weight sharing is two layers on images of one patch', async () => {
    const { patches, filters } = readCaseFile('case-small').json.case as { patches: number[][][]; filters: number[][] };
    const asOne = patches.map((image) => [image.flat()]);
    const wide = filters.map((row) => patches[0]!.flatMap((_, p) => row.map((value) => value * (1 - 0.2 * p))));
    const dense = await made({ architecture: 'dense', filters: wide, every: 4 }, 'case-small', 'cpu');
    const plain = await made({ patches: asOne, filters: wide }, 'case-small', 'cpu');
    expect(dense.filters).toEqual(plain.filters);
    expect(dense.history.map(({ loss }) => loss)).toEqual(plain.history.map(({ loss }) => loss));
    expect(dense.history.flatMap(({ step, singularValues }) => (singularValues ? step : []))).toEqual([0, 4, 8, 12]);
    expect(Object.keys(dense.weights)).toEqual(['W1']);
    expect(dense.f).toHaveLength(patches.length);
    expect(Object.keys(dense.embeddings)).toEqual(['x', 'h1']);
  });
});

describe('a link', () => {
  it('that names a network trains it as it is trained by default, where it can be', async () => {
    const { parameters, backend } = await result(
      '--link',
      '#net=transformer&n=12&side=4&k=2&patches=2',
      '--steps',
      '1',
    );
    expect(parameters).toMatchObject({ net: 'transformer', m: 32, lr: 5 });
    expect(['wasm', 'cpu']).toContain(backend);
  });
});
