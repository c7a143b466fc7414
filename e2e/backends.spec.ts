import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import type { AnyProblem } from '../src/training/testing-problems';
import type { Difference } from './harness/checks';
import { buildHarness, openHarness, type Check } from './harness/harness';
import type { TrainerName } from './harness/trainers';
import { hasWebGL } from './page';
import { expect, test } from './test';

/*
 * The backends themselves, in a browser, against the NumPy reference and the oracle: WebGL has no other place to be
 * tested. One after another: they share one software GL, and one page with the harness.
 */
test.describe.configure({ mode: 'default' });
let page: Page, check: Check;
let webgl = true;
test.beforeAll(async ({ shared }) => {
  page = await shared.newPage();
  webgl = await hasWebGL(page);
  check = await openHarness(page, await buildHarness());
});
test.afterAll(() => page.close());
test.beforeEach(() =>
  test.skip(!webgl && /webgl|all backends/.test(test.info().title), 'this browser has no WebGL in workers'),
);

const cases = readdirSync(new URL('../fixtures', import.meta.url))
  .filter((name) => /^case-.*\.json$/.test(name))
  .map((name) => name.replace('.json', ''));

// Single precision leaves 1e-4 room to spare; the oracle computes as the reference does.
const tolerances = {
  webgl: 1e-4,
  'wasm, plain': 1e-4,
  'wasm, relaxed': 1e-4,
  'wasm, two threads': 1e-4,
  cpu: 1e-9,
} as const satisfies Record<TrainerName, number>;

for (const [on, tolerance] of Object.entries(tolerances) as [TrainerName, number][]) {
  test(`${on} agrees with the NumPy reference to ${tolerance} at every recorded step`, async () => {
    expect(cases.length).toBeGreaterThan(0);
    let isShared = false;
    for (const name of cases) {
      const found = await check('reference', { on, name });
      isShared ||= found.device.startsWith('2 × ');
      expect(found.steps, name).toBeGreaterThan(10);
      expect(found.matrices, `matrices of ${name}`).toBeLessThan(tolerance);
      expect(found.loss, `losses of ${name}`).toBeLessThan(tolerance);
    }
    expect(isShared).toBe(on === 'wasm, two threads');
  });
}

/**
 * Full runs would take minutes where WebGL is emulated; the other specs make them through the page. So few steps
 * are enough to move the filters far from where they began, which the test sees to.
 */
const steps: Readonly<Record<string, number>> = { wide: 20 };
// One of each shape and kind of images; other noise is nothing to a backend.
for (const name of ['default', 'wide', 'nine-patches', 'mnist']) {
  test(`all backends show the same spectrum and accuracies on the preset ${name}`, async ({ baseURL }) => {
    for (const found of await check('compare', {
      source: { preset: name },
      steps: steps[name] ?? 30,
      base: baseURL!,
    })) {
      expect(found.moved, about(found)).toBeGreaterThan(0.3);
      expect(found.singularValues, about(found)).toBeLessThan(1e-3);
      expect(found.trainImages, about(found)).toBeLessThanOrEqual(1);
      expect(found.testImages, about(found)).toBeLessThanOrEqual(1);
    }
  });
}

/** The edges that textures and vectors of four have, which chance may miss. */
const corners = [
  { n: 1, patches: 1, dimension: 4, width: 1 },
  { n: 2, patches: 1, dimension: 5, width: 1 },
  { n: 65, patches: 1, dimension: 17, width: 2 },
  { n: 8, patches: 16, dimension: 4, width: 3 },
].map((shape, i) => ({ ...shape, seed: 3 + i, q: 3, kappa: 1, lr: 0.2 }));
const oddShape: AnyProblem = {
  network: 'cnn',
  token: 'filters',
  opt: 'gd',
  seed: 0,
  n: 13,
  patches: 3,
  dimension: 7,
  width: 5,
  depth: 3,
  q: 3,
  kappa: 0.8,
  batch: 0,
  decay: 0,
};
const anyTwoLayers = fc.record({
  seed: fc.nat(1e6),
  n: fc.integer({ min: 3, max: 50 }),
  patches: fc.integer({ min: 1, max: 6 }),
  dimension: fc.integer({ min: 4, max: 100 }),
  width: fc.integer({ min: 1, max: 14 }),
  q: fc.oneof(fc.constantFrom(2, 3, 4), fc.double({ min: 2, max: 6, noNaN: true })),
  kappa: fc.double({ min: 0.1, max: 3, noNaN: true }),
  lr: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
});

test('all backends agree with the oracle whatever the shape and the activation', async () => {
  for (const random of [...corners, ...fc.sample(anyTwoLayers, { numRuns: 10, seed: 20250408 })]) {
    for (const found of await check('compare', { source: { random }, steps: 15, base: '' })) {
      const what = `${JSON.stringify(random)}: ${about(found)}`;
      expect(found.moved, what).toBeGreaterThan(1e-3);
      expect(found.matrices, what).toBeLessThan(1e-4);
      expect(found.loss, what).toBeLessThan(1e-4);
      expect(found.trainImages, what).toBeLessThanOrEqual(1);
      expect(found.testImages, what).toBeLessThanOrEqual(1);
    }
  }
});

/** One of each network and of each optimiser, of the remaining ways to train and of odd shapes. */
const networks = (
  [
    { network: 'cnn', opt: 'momentum', q: 1 },
    { network: 'cnn', opt: 'adam', batch: 4, q: 2.5 },
    { network: 'dense', opt: 'gd', batch: 5, decay: 0.01 },
    { network: 'deep', depth: 3, opt: 'gd', q: 2 },
    { network: 'deep', depth: 5, opt: 'adam', patches: 1, q: 4 },
    { network: 'transformer', opt: 'gd' },
    { network: 'transformer', opt: 'momentum', patches: 4, token: 'linear' },
  ] as const satisfies readonly Partial<AnyProblem>[]
).map((patch, i): AnyProblem => ({ ...oddShape, seed: 11 + i, ...patch }));

test('all backends agree with the oracle on every network and optimiser', async () => {
  for (const any of networks) {
    for (const found of await check('compare', { source: { any }, steps: 9, base: '' })) {
      const what = `${JSON.stringify(any)}: ${about(found)}`;
      expect(found.moved, what).toBeGreaterThan(1e-3);
      expect(found.matrices, what).toBeLessThan(1e-4);
      expect(found.loss, what).toBeLessThan(1e-4);
    }
  }
});

function about(found: Difference): string {
  return JSON.stringify(found);
}

for (const [thread, way] of [
  ['worker', 'fused'],
  ['page', 'fused'],
  ['worker', 'operations'],
] as const) {
  test(`webgl repeats itself bit for bit, ${way}, on the ${thread}`, async () => {
    expect(await check('webglRepeats', way, thread)).toEqual({
      again: true,
      inOtherBatches: true,
      besideAnother: true,
    });
  });

  test(`webgl tells that its context was lost, and the next run is right, ${way}, on the ${thread}`, async () => {
    const { errors, next } = await check('webglLoses', way, thread);
    expect(errors).toEqual({
      'advance after it': 'LostContextError',
      'read after it': 'LostContextError',
      'advance under way': 'LostContextError',
      'read under way': 'LostContextError',
    });
    expect(next).toEqual([true, true, true]);
  });
}

test('webgl agrees with the NumPy reference on the main thread too', async () => {
  for (const name of ['case-small', 'case-q4-wide', 'case-transformer']) {
    const { matrices, loss } = await check('reference', { on: 'webgl', name }, 'page');
    expect(Math.max(matrices, loss), name).toBeLessThan(tolerances.webgl);
  }
});

for (const [way, cycles] of [
  ['fused', 30],
  ['operations', 9],
] as const) {
  test(`webgl leaves nothing behind, ${way}: many runs hold no more than three did`, async () => {
    const { before, after } = await check('webglCycles', { way, cycles });
    expect(before.bytes).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });
}

test('webgl compiles nothing for another exponent, threshold or learning rate', async () => {
  const { first, otherNumbers, otherShape } = await check('webglPrograms', undefined);
  expect(first).toBeGreaterThan(0);
  expect(otherNumbers).toBe(0);
  expect(otherShape).toBeGreaterThan(0);
});
