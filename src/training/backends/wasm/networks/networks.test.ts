import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkName } from '../../../../experiment/networks';
import type { PatchedImages } from '../../../../images/patched-images';
import { randomStream } from '../../../../images/random';
import { filterMatrix } from '../../../../network/filters';
import { leading, type WeightMatrix } from '../../../../network/matrices';
import { mixingMatrix } from '../../../../network/mixing';
import { explicitProblem } from '../../../explicit-problem';
import { referenceCases, relativeError } from '../../../testing';
import { networkCases, optimiserCases, readCaseFile, referenceName, type WantOfNetwork } from '../../../testing-cases';
import type { TrainerState, TrainingProblem } from '../../../trainer';
import { createCpuTrainer } from '../../cpu';
import { createWasmTrainer } from '../../wasm';
import { createAnyWasmTrainer } from './index';
import { plainNetworks, relaxedNetworks } from './kernel';
import { createNetworksTrainer } from './trainer';
import { allowRelaxedSimd } from '../../../testing-relaxed-simd';

allowRelaxedSimd();

describe.each([plainNetworks, relaxedNetworks])('the $device kernel of all networks', (variant) => {
  it.each([...referenceCases, ...optimiserCases, ...networkCases])(
    'agrees with the NumPy reference on %s',
    async (name) => {
      const { problem, json } = readCaseFile(name);
      const want = json.want as Partial<WantOfNetwork> & Pick<WantOfNetwork, 'history'> & { filters?: number[][] };
      const trainer = await createNetworksTrainer(problem, variant);
      for (const { step, loss } of want.history) {
        if (step > 0) await trainer.advance(step - (await trainer.read(false)).step);
        expect(Math.abs((await trainer.read()).loss - loss)).toBeLessThan(1e-5 * Math.max(loss, 0.01));
      }
      const { weights = { W1: want.filters! } } = want;
      for (const { name: matrix, values } of (await trainer.read()).matrices)
        expect(relativeError(values, weights[referenceName(problem, matrix)]!.flat()), matrix).toBeLessThan(1e-5);
    },
  );

  it('agrees with double precision whatever the network, its shape, the rule, and repeated or empty patches', async () => {
    await fc.assert(
      fc.asyncProperty(anyProblem, async (problem) => {
        const [got, want] = [await createNetworksTrainer(problem, variant), await createCpuTrainer(problem)];
        for (const trainer of [got, want]) await trainer.advance(3);
        agree(await got.read(), await want.read());
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('repeats itself bit for bit, however the steps are batched and read', async () => {
    for (const net of ['deep', 'transformer'] as const)
      for (const batch of [0, 7]) {
        const problem = randomProblem({ ...some, net, batch, opt: 'adam' });
        const whole = await createNetworksTrainer(problem, variant);
        await whole.advance(12);
        const parts = await createNetworksTrainer(problem, variant);
        for (const count of [5, 1, 6]) {
          await parts.read();
          await parts.advance(count);
        }
        expect(await parts.read()).toEqual(await whole.read());
      }
  });

  it('does not gather error over a thousand steps', async () => {
    const problem = randomProblem({ ...some, net: 'deep', n: 12, width: 2, lr: 0.02, scale: 1 });
    const [got, want] = [await createNetworksTrainer(problem, variant), await createCpuTrainer(problem)];
    for (const trainer of [got, want]) await trainer.advance(1000);
    const from = leading(problem).values,
      to = leading(await want.read()).values,
      reached = leading(await got.read()).values;
    const largestMove = Math.max(...to.map((w, i) => Math.abs(w - from[i]!)));
    const error = Math.max(...to.map((w, i) => Math.abs(w - reached[i]!)));
    expect(error / largestMove).toBeLessThan(5e-6);
  });
});

it('shows a run that diverged as NaN, not as one that stands still', async () => {
  for (const net of ['cnn', 'deep', 'transformer'] as const) {
    const problem = randomProblem({ ...some, net });
    problem.matrices.at(-1)!.values.fill(NaN, 0, 1);
    const trainer = await createNetworksTrainer(problem, plainNetworks);
    await trainer.advance(2);
    expect((await trainer.read()).loss).toBeNaN();
  }
});

it('leaves what the first kernel knows to that one', async () => {
  const known = randomProblem({ ...some, net: 'cnn' });
  const [first, any] = [await createWasmTrainer(known), await createAnyWasmTrainer(known)];
  for (const trainer of [first, any]) await trainer.advance(5);
  expect(await any.read()).toEqual(await first.read());
  for (const unknown of [{ q: 1 }, { opt: 'momentum' }, { batch: 5 }, { decay: 0.1 }, { net: 'deep' }] as const) {
    const problem = randomProblem({ ...some, ...unknown });
    await expect(createWasmTrainer(problem)).rejects.toThrow();
    expect((await createAnyWasmTrainer(problem)).backend).toBe('wasm');
  }
});

it('reports progress within a long batch', async () => {
  const trainer = await createNetworksTrainer(
    randomProblem({ ...some, net: 'deep', n: 300, patches: 4, dimension: 200, width: 64 }),
  );
  const shares: number[] = [];
  await trainer.advance(30, (share) => shares.push(share));
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBeLessThanOrEqual(1);
});

interface Settings {
  readonly seed: number;
  readonly net: NetworkName;
  readonly n: number;
  readonly patches: number;
  readonly dimension: number;
  readonly width: number;
  /** Mixing matrices of the deep network. */
  readonly layers: number;
  readonly token: 'filters' | 'linear';
  readonly opt: 'gd' | 'momentum' | 'adam';
  readonly batch: number;
  readonly decay: number;
  readonly q: number;
  readonly lr: number;
  /** Of the initial filters. */
  readonly scale: number;
  /** Probability that a patch is empty, or repeats an earlier one. */
  readonly repeated: number;
}

const some: Settings = {
  seed: 1,
  net: 'cnn',
  n: 30,
  patches: 3,
  dimension: 10,
  width: 6,
  layers: 2,
  token: 'filters',
  opt: 'gd',
  batch: 0,
  decay: 0,
  q: 3,
  lr: 0.5,
  scale: 0.4,
  repeated: 0.3,
};

const anyProblem = fc
  .record<Settings>({
    seed: fc.nat(),
    net: fc.constantFrom('cnn', 'dense', 'deep', 'deep', 'transformer', 'transformer'),
    n: fc.integer({ min: 1, max: 30 }),
    patches: fc.integer({ min: 1, max: 5 }),
    dimension: fc.integer({ min: 1, max: 40 }),
    width: fc.integer({ min: 1, max: 9 }),
    layers: fc.integer({ min: 1, max: 3 }),
    token: fc.constantFrom('filters', 'linear'),
    opt: fc.constantFrom('gd', 'momentum'),
    batch: fc.constantFrom(0, 0, 3),
    decay: fc.constantFrom(0, 0.1),
    q: fc.oneof(fc.constantFrom(1, 2, 3, 4), fc.double({ min: 2, max: 6, noNaN: true })),
    lr: fc.constant(0.5),
    scale: fc.constant(0.4),
    repeated: fc.constantFrom(0, 0.3),
  })
  .map(randomProblem);

function randomProblem(settings: Settings): TrainingProblem {
  const { seed, net, width, token, opt, decay, q, lr, scale } = settings;
  const { normal, below } = randomStream(seed, 'problem');
  const train = randomImages(settings, normal, below);
  const dimension = train.dimension,
    units = 2 * width;
  const filters = filterMatrix(
    Float64Array.from({ length: units * dimension }, () => (scale * normal()) / Math.sqrt(dimension / 10)),
    width,
  );
  const mixing = (name: 'W2' | 'W3' | 'W4' | 'c' | 'Wq' | 'Wk' | 'Wv' | 'Wm', rows: number) =>
    mixingMatrix(name, rows, units, 0.7 / Math.sqrt(units), normal);
  const matrices: WeightMatrix<Float64Array>[] = [filters];
  if (net === 'deep')
    matrices.push(...(['W2', 'W3', 'W4'] as const).slice(0, settings.layers).map((name) => mixing(name, units)));
  if (net === 'transformer')
    matrices.push(mixing('c', 1), mixing('Wq', 5), mixing('Wk', 5), mixing('Wv', units), mixing('Wm', units));
  const batch = Math.min(settings.batch, train.count);
  return explicitProblem({
    network: net,
    train,
    test: randomImages({ ...settings, n: 70 }, normal, below),
    matrices,
    lr,
    lrMix: 0.3,
    lrAttention: 0.5,
    q,
    kappa: 0.8,
    token,
    optimiser: { opt, batch, decay },
    batches: batch > 0 ? (step) => Int32Array.from({ length: batch }, (_, i) => (step + i) % train.count) : null,
  });
}

function randomImages(
  { net, n, patches, dimension, repeated }: Settings,
  normal: () => number,
  below: (bound: number) => number,
): PatchedImages {
  const values = new Float64Array(n * patches * dimension);
  const happens = () => below(1000) < 1000 * repeated;
  for (let patch = 0; patch < n * patches; patch++) {
    const at = patch * dimension;
    if (happens()) continue;
    if (happens()) values.copyWithin(at, below(patch + 1) * dimension, at);
    else for (let k = 0; k < dimension; k++) values[at + k] = normal();
  }
  const labels = Float64Array.from({ length: n }, () => (below(2) === 0 ? 1 : -1));
  const images = { count: n, patches, dimension, values, labels };
  return net === 'dense' ? { ...images, patches: 1, dimension: patches * dimension } : images;
}

function agree(got: TrainerState, want: TrainerState): void {
  expect(got.step).toBe(want.step);
  expect(Math.abs(got.loss - want.loss)).toBeLessThan(1e-5 * Math.max(1, want.loss));
  expect(Math.abs(got.testLoss! - want.testLoss!)).toBeLessThan(1e-5 * Math.max(1, want.testLoss!));
  expect(got.trainAccuracy).toBe(want.trainAccuracy);
  got.matrices.forEach(({ name, values }, k) => {
    expect(relativeError(values, want.matrices[k]!.values), name).toBeLessThan(2e-5);
  });
}
