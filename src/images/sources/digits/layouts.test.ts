import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutImages, layoutShape, type LayoutOptions, type MnistLayout } from './layouts';
import { decodeMnistPack } from './pack';
import { randomStream } from '../../random';

const layouts: MnistLayout[] = ['grid', 'pixels', 'windows'];

/** A lit disc of varying grey in each image: [n × 784]. */
function discs(n: number): Float64Array {
  return Float64Array.from({ length: n * 784 }, (_, k) => {
    const i = Math.floor(k / 784),
      row = Math.floor((k % 784) / 28),
      column = k % 28;
    return (row - 13) ** 2 + (column - 10 - (i % 8)) ** 2 < 60 ? (1 + ((row * column) % 255)) / 255 : 0;
  });
}

function lay(layout: MnistLayout, pixels: Float64Array, sigma: number, options: Partial<LayoutOptions> = {}) {
  const positions = randomStream(3, 'positions').uint32,
    normal = randomStream(3, 'normal').normal;
  return layoutImages(layout, pixels, pixels.length / 784, {
    sigma,
    side: 7,
    stride: 3,
    positions,
    normal,
    ...options,
  });
}

/** [n]: which of an image's four patches holds the object; found in the clean images. */
function objects(pixels: Float64Array): number[] {
  const { values } = lay('grid', pixels, 0);
  return Array.from({ length: pixels.length / 784 }, (_, i) =>
    [0, 1, 2, 3].findIndex((p) => values.subarray((i * 4 + p) * 196, (i * 4 + p + 1) * 196).some((v) => v !== 0)),
  );
}

describe('every layout', () => {
  it.each(layouts)('%s: has the shape it announces, and only finite numbers', (layout) => {
    const { values, patches, dimension } = lay(layout, discs(5), 0.5);
    expect(layoutShape(layout, 7, 3)).toMatchObject({ patches, dimension });
    expect(values.length).toBe(5 * patches * dimension);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it.each(layouts)('%s: draws 784 normals an image, whatever σ is', (layout) => {
    for (const sigma of [0, 0.5]) {
      let draws = 0;
      lay(layout, discs(3), sigma, { normal: () => (draws += 1) });
      expect(draws).toBe(3 * 784);
    }
  });

  it.each(layouts)('%s: a change of σ scales the same noise', (layout) => {
    const pixels = discs(6);
    const clean = lay(layout, pixels, 0).values,
      some = lay(layout, pixels, 0.25).values,
      more = lay(layout, pixels, 0.75).values;
    const worst = clean.reduce((most, c, j) => Math.max(most, Math.abs(more[j]! - c - 3 * (some[j]! - c))), 0);
    expect(worst).toBeLessThan(1e-14);
  });

  it.each(layouts)('%s: is clean at σ = 0, without a negative zero', (layout) => {
    const { values } = lay(layout, discs(6), 0);
    expect(values.some((v) => Object.is(v, -0) || v < 0 || v > 1)).toBe(false);
  });

  it('refuses pixels that are not n images', () => {
    expect(() =>
      layoutImages('pixels', new Float64Array(784), 2, { sigma: 0, side: 7, stride: 3, normal: () => 0 }),
    ).toThrow('not 2 images');
  });
});

describe('an object in a grid', () => {
  const pixels = discs(400);

  it('is the digit in means of 2×2 pixels, untouched by noise', () => {
    const at = objects(pixels),
      { values } = lay('grid', pixels, 0.6);
    for (const i of [0, 1, 7, 399]) {
      for (const [row, column] of [
        [0, 0],
        [6, 5],
        [7, 8],
        [13, 13],
      ] as const) {
        const px = (r: number, c: number) => pixels[i * 784 + r * 28 + c]!;
        const mean =
          (px(2 * row, 2 * column) +
            px(2 * row, 2 * column + 1) +
            px(2 * row + 1, 2 * column) +
            px(2 * row + 1, 2 * column + 1)) /
          4;
        expect(values[(i * 4 + at[i]!) * 196 + row * 14 + column]).toBeCloseTo(mean, 14);
      }
    }
  });

  it('stands in each of the four patches about as often', () => {
    const at = objects(pixels);
    // 100 ± 4 standard deviations of a binomial(400, ¼).
    for (const p of [0, 1, 2, 3]) expect(Math.abs(at.filter((q) => q === p).length - 100)).toBeLessThan(35);
  });

  it('has background of mean 0 and variance σ² in the other three patches', () => {
    const at = objects(pixels),
      { values } = lay('grid', pixels, 0.3);
    const noise = Array.from(values).filter((_, k) => Math.floor(k / 196) % 4 !== at[Math.floor(k / 784)]);
    expectNormal(noise, 400 * 3 * 196, 0.3);
  });

  it('cannot be placed without a source of positions', () => {
    expect(() => layoutImages('grid', discs(1), 1, { sigma: 0, side: 7, stride: 3, normal: () => 0 })).toThrow(
      'positions',
    );
  });
});

describe('background pixels', () => {
  it('are noise of mean 0 and variance σ² where the image is zero, and the image elsewhere', () => {
    const pixels = discs(200),
      { values } = lay('pixels', pixels, 0.4);
    expect(pixels.every((pixel, k) => pixel === 0 || values[k] === pixel)).toBe(true);
    const background = Array.from(values).filter((_, k) => pixels[k] === 0);
    expectNormal(background, background.length, 0.4);
  });
});

describe('windows', () => {
  it('read the pixels of one noisy image, so that overlaps share their noise', () => {
    const pixels = discs(3),
      image = lay('pixels', pixels, 0.5).values,
      { values, patches } = lay('windows', pixels, 0.5);
    expect(patches).toBe(64);
    for (let i = 0; i < 3; i++) {
      for (let p = 0; p < 64; p++) {
        for (let j = 0; j < 49; j++) {
          const row = Math.floor(p / 8) * 3 + Math.floor(j / 7),
            column = (p % 8) * 3 + (j % 7);
          expect(values[(i * 64 + p) * 49 + j]).toBe(image[i * 784 + row * 28 + column]);
        }
      }
    }
  });

  it.each([
    [28, 1, 1],
    [14, 14, 4],
    [5, 1, 576],
    [7, 3, 64],
    [8, 30, 1],
    [1, 1, 784],
  ])('of side %i at stride %i are %i', (side, stride, patches) => {
    expect(layoutShape('windows', side, stride)).toEqual({ patches, dimension: side * side, side });
  });

  it.each([
    [29, 1],
    [0, 1],
    [2.5, 1],
    [8, 0],
    [8, -1],
    [8, NaN],
  ])('of side %d at stride %d are refused', (side, stride) => {
    expect(() => layoutShape('windows', side, stride)).toThrow(RangeError);
  });
});

describe('digits 0 and 1 as an object in a grid', () => {
  it.each([
    [0, 1.8],
    [0.3, 6.6],
    [0.6, 19.7],
  ])('at σ = %d have a patch matrix of stable rank about %d', async (sigma, expected) => {
    const pair = await Promise.all(
      [0, 1].map((d) =>
        decodeMnistPack(readFileSync(new URL(`../../../../public/mnist/digit-${d}.bin`, import.meta.url))),
      ),
    );
    const pixels = Float64Array.from({ length: 400 * 784 }, (_, k) => {
      const i = Math.floor(k / 784);
      return pair[i % 2]!.train[Math.floor(i / 2) * 784 + (k % 784)]! / 255;
    });
    const { values, dimension } = lay('grid', pixels, sigma);
    // Reference figures of an independent NumPy run; they move by about 1% with the seed.
    expect(Math.abs(stableRank(values, dimension) / expected - 1)).toBeLessThan(0.05);
  });
});

/** Mean and variance within four standard errors of those of N(0, σ²). */
function expectNormal(sample: number[], count: number, sigma: number): void {
  expect(sample.length).toBe(count);
  const mean = sample.reduce((sum, v) => sum + v, 0) / count;
  const variance = sample.reduce((sum, v) => sum + v * v, 0) / count;
  expect(Math.abs(mean)).toBeLessThan((4 * sigma) / Math.sqrt(count));
  expect(Math.abs(variance / sigma ** 2 - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
}

/** Σs²/s₁² of a [rows × d] matrix, s₁ by power iteration: independent of the spectrum room. */
function stableRank(values: Float64Array, d: number): number {
  let v = new Float64Array(d).fill(1),
    top = 0;
  for (let iteration = 0; iteration < 60; iteration++) {
    const next = new Float64Array(d);
    for (let start = 0; start < values.length; start += d) {
      let dot = 0;
      for (let j = 0; j < d; j++) dot += values[start + j]! * v[j]!;
      for (let j = 0; j < d; j++) next[j]! += dot * values[start + j]!;
    }
    top = Math.hypot(...next) / Math.hypot(...v);
    v = next.map((x) => x / Math.hypot(...next));
  }
  return values.reduce((sum, x) => sum + x * x, 0) / top;
}
