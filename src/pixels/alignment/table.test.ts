import { expect, it } from 'vitest';
import { alignmentTable } from './table';

it('has a row for each filter in the order of the map, its cosines in the order of the rows there, and what is left', () => {
  const data = {
    cosines: Float64Array.of(1, 0, 0.5, -0.25),
    rest: Float64Array.of(0, 0.6875),
    order: [1, 0],
    features: [1, 0],
    names: ['u₁', 'v₁'],
    marks: { plus: '', minus: '', noise: '', idle: '', rest: '' },
  };
  expect(
    alignmentTable(
      data,
      { filter: 'filter', cosine: (name) => `cosine with ${name}`, rest: 'rest' },
      (filter) => `filter ${filter + 1}`,
    ),
  ).toEqual({
    head: ['filter', 'cosine with v₁', 'cosine with u₁', 'rest'],
    rows: [
      ['filter 2', '−0.25', '0.5', '0.6875'],
      ['filter 1', '0', '1', '0'],
    ],
  });
});
