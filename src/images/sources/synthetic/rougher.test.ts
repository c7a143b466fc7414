import { describe, expect, it } from 'vitest';
import { defaults, type Experiment, type Science } from '../../../experiment/parameters';
import { powerOf } from '../../power';
import { randomStream } from '../../random';
import { colouring } from './colouring';
import { syntheticImages } from './draw';
import { patternNorms, patternsOf } from './patterns';
import { cosineBasis, cosines, zigzag } from './signal-basis';
import { tails } from './tails';

const small = { side: 4, k: 3, n: 60, patches: 2 } as const;
const make = (patch: Partial<Experiment>) => syntheticImages({ ...defaults, ...small, ...patch });
const norm = (v: Float64Array) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
const inner = (a: Float64Array, b: Float64Array) => a.reduce((s, x, i) => s + x * b[i]!, 0);

describe('a power', () => {
  it('is what the engine has, to some units in the last place', () => {
    for (const x of [1, 1.25, 2, 20, 64, 784])
      for (const y of [0, -0.25, -0.5, -1, -1.3]) expect(Math.abs(powerOf(x, y) / x ** y - 1)).toBeLessThan(1e-13);
  });
});

describe('unequal signal vectors', () => {
  it('fall by one factor in each class, from μ to ρμ', () => {
    const norms = patternNorms({ k: 3, mu: 2, ratio: 0.25 });
    for (const [at, expected] of [2, 2, 1, 1, 0.5, 0.5].entries()) expect(norms[at]).toBeCloseTo(expected, 12);
    expect([...patternNorms({ k: 1, mu: 2, ratio: 0.25 })]).toEqual([2, 2]);
  });

  it('are what the images hold, and the noise is what it was', () => {
    const equal = make({}).train,
      unequal = make({ ratio: 0.25 }).train;
    const clean = make({ ratio: 0.25, sigma: 0 }).train;
    for (let i = 0; i < 60; i++) {
      const image = clean.values.subarray(i * 32, (i + 1) * 32);
      expect(norm(image)).toBeCloseTo([1, 0.5, 0.25][Math.floor((i % 6) / 2)]!, 12);
      for (let j = 0; j < 32; j++)
        if (image[j] === 0) expect(unequal.values[i * 32 + j]).toBe(equal.values[i * 32 + j]);
    }
  });

  it('of a pair have the cosine c, norm 1 and the same span', () => {
    const basis = cosineBasis(4, 6),
      vectors = patternsOf(basis, { k: 3, partner: 0.6 });
    const row = (of: Float64Array, k: number) => of.subarray(k * 16, (k + 1) * 16);
    for (let k = 0; k < 6; k++) {
      expect(norm(row(vectors, k))).toBeCloseTo(1, 12);
      const off = row(vectors, k).map((value, j) => {
        let inSpan = 0;
        for (let f = 0; f < 6; f++) inSpan += inner(row(vectors, k), row(basis, f)) * row(basis, f)[j]!;
        return value - inSpan;
      });
      expect(norm(off)).toBeLessThan(1e-12);
      for (let f = 0; f < k; f++)
        expect(inner(row(vectors, k), row(vectors, f))).toBeCloseTo(f === k - 1 && k % 2 === 1 ? 0.6 : 0, 12);
    }
    expect(patternsOf(basis, { k: 3, partner: 0 })).toBe(basis);
    expect(make({ partner: 0.6 }).signal).toEqual(basis);
  });
});

describe('coloured noise', () => {
  it('has the standard deviations j^(−α/2) along the cosines, of mean square 1', () => {
    const side = 4,
      rows = cosines(side);
    const factors = zigzag(side).map(([a, b], j) => {
      // A cosine comes out as itself, so many times as long.
      const cosine = Float64Array.from(
        { length: 16 },
        (_, i) => rows[a * 4 + Math.floor(i / 4)]! * rows[b * 4 + (i % 4)]!,
      );
      const out = cosine.slice();
      colouring(side, 1.5)(out);
      const factor = inner(out, cosine);
      expect(norm(out.map((value, i) => value - factor * cosine[i]!))).toBeLessThan(1e-12);
      return factor * (j + 1) ** 0.75;
    });
    for (const factor of factors) expect(factor).toBeCloseTo(factors[0]!, 12);
    expect(factors.reduce((sum, f, j) => sum + f * f * (j + 1) ** -1.5, 0)).toBeCloseTo(16, 10);
  });

  it('is off the signal span where it is projected, and grows in proportion to σ', () => {
    const { train, signal } = make({ colour: 1, tail: 'laplace', sigma: 0.2 });
    const twice = make({ colour: 1, tail: 'laplace', sigma: 0.4 }).train,
      clean = make({ sigma: 0 }).train;
    for (let i = 0; i < 120; i++) {
      const at = (of: Float64Array) => of.subarray(i * 16, (i + 1) * 16);
      const noise = at(train.values).map((value, j) => value - at(clean.values)[j]!);
      for (let f = 0; f < 6; f++)
        expect(Math.abs(inner(noise, signal.subarray(f * 16, (f + 1) * 16)))).toBeLessThan(1e-12);
      for (let j = 0; j < 16; j++) expect(at(twice.values)[j]! - at(clean.values)[j]!).toBeCloseTo(2 * noise[j]!, 12);
    }
  });
});

describe('the tails of the noise', () => {
  const count = 40_000;
  const drawn = (tail: Science['tail']) => {
    const stream = randomStream(3, tail);
    return Float64Array.from({ length: count }, () => tails[tail](stream));
  };
  const moment = (values: Float64Array, power: number) =>
    values.reduce((sum, z) => sum + Math.abs(z) ** power, 0) / count;
  // E|z| tells them apart: √(2/π), 1/√2, 2/π (of t with three degrees, over √3: 2√3/π/√3), and 0.05·√20·√(2/π).
  it.each([
    ['gauss', Math.sqrt(2 / Math.PI), 3],
    ['laplace', Math.SQRT1_2, 6],
    ['t3', 2 / Math.PI, null],
    ['sparse', Math.sqrt(0.05) * Math.sqrt(2 / Math.PI), 60],
  ] as const)('%s has mean 0, variance 1 and a shape of its own', (tail, size, fourth) => {
    const values = drawn(tail);
    expect(Math.abs(values.reduce((a, b) => a + b, 0) / count)).toBeLessThan(5 / Math.sqrt(count));
    expect(Math.abs(moment(values, 1) / size - 1)).toBeLessThan(0.06);
    // The fourth moment of t with three degrees is infinite: its variance settles slowly.
    expect(Math.abs(moment(values, 2) - 1)).toBeLessThan(
      fourth === null ? 0.15 : (5 * Math.sqrt(fourth - 1)) / Math.sqrt(count),
    );
    if (tail === 'sparse') expect(Math.abs(values.filter((z) => z !== 0).length / count - 0.05)).toBeLessThan(0.006);
  });

  it('each come from a stream of their own, the same noise at every σ, and change no object', () => {
    const gauss = make({}).train.values;
    for (const tail of ['laplace', 't3', 'sparse'] as const) {
      const { values } = make({ tail }).train;
      expect(values.filter((value, i) => value !== 0 && value === gauss[i]).length).toBe(
        make({ sigma: 0 }).train.values.filter((value) => value !== 0).length,
      );
      // Products with zero have the sign of the noise.
      const clean = (of: Partial<Experiment>) => make({ ...of, sigma: 0 }).train.values.map((value) => value + 0);
      expect(clean({ tail })).toEqual(clean({}));
    }
  });
});
