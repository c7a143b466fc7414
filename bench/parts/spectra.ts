import { callBench } from '../browser';
import { interleave, median } from '../measure';
import { formatMs, type Part, type Row } from '../part';

/** Largest error, relative to the largest singular value, that `singularValues` promises. */
const promised = 1e-10;

const matrices = [
  { name: 'filters 40×100', rows: 40, columns: 100, rank: 6 },
  { name: 'filters 128×64', rows: 128, columns: 64, rank: 6 },
  { name: 'filters 200×400', rows: 200, columns: 400, rank: 6 },
  { name: 'filters 512×784', rows: 512, columns: 784, rank: 6 },
  { name: 'data 400×100', rows: 400, columns: 100, rank: 6 },
  { name: 'data 960×64', rows: 960, columns: 64, rank: 6 },
  { name: 'data 2000×400', rows: 2000, columns: 400, rank: 6 },
  { name: 'clean data 2000×400, rank 6', rows: 2000, columns: 400, rank: -6 },
  { name: 'data 18000×784', rows: 18000, columns: 784, rank: 6 },
] as const;

/** Time and error of singular values in a worker of the bench page, on matrices whose singular values are known. */
export const spectra: Part = {
  title: 'Singular values',
  async run({ page, quick, rounds }) {
    const bench = await page();
    const errors: Record<string, number> = {};
    const timed = matrices.map(({ name, ...shape }) => ({
      id: name,
      async once() {
        const { ms, error } = await callBench(bench, 'spectra', 'spectrum', shape);
        errors[name] = Math.max(errors[name] ?? 0, error);
        return ms;
      },
    }));
    const large = timed.filter(({ id }) => id.includes('18000'));
    const times = {
      ...(await interleave(
        timed.filter((entry) => !large.includes(entry)),
        rounds,
      )),
      ...(await interleave(large, quick ? 1 : 2)),
    };
    const worst = Math.max(...Object.values(errors));
    const row: Row = {
      what: 'singular values: largest error, relative to the largest value',
      target: `≤ ${promised}`,
      measured: worst.toExponential(1),
      ratio: null,
      met: worst <= promised,
    };
    return {
      rows: [row],
      tables: [
        {
          title: 'Singular values, double precision, one worker',
          head: ['matrix', 'time', 'largest error / s₁'],
          rows: matrices.map(({ name }) => [name, formatMs(median(times[name]!)), errors[name]!.toExponential(0)]),
        },
      ],
      notes: [
        'Singular values: the reference is by construction, cosines times a diagonal times a reflection. Medians; the first time of each includes compilation.',
      ],
      data: { times, errors },
    };
  },
};
