import { expect, it } from 'vitest';
import { grown, thirdsOf } from './flat';
import type { Measured } from './measure';

const row = (change: Partial<Measured> = {}): Measured => ({
  pageMb: 15,
  workerMb: 5,
  workers: 5,
  at: 'minute 1',
  scripts: ['worker', 'worker', 'worker', 'gpu-worker', 'networks-worker'],
  nodes: 6000,
  listeners: 600,
  requests: 24,
  ...change,
});

it('what is noisy, or grows once in the first minutes, is flat', () => {
  const rows = [3, 9, 12, 14, 15, 19, 15.4, 15.2, 15.1, 15.6, 15.3].map((pageMb) => row({ pageMb }));
  expect(grown(rows, 2)).toEqual([]);
  expect(thirdsOf(rows)).toMatchObject({ second: { pageMb: 15.4 }, last: { pageMb: 15.3 } });
});

it.each(['pageMb', 'workerMb', 'nodes', 'listeners', 'requests'] as const)(
  '%s that grow every minute are not',
  (key) => {
    const rows = Array.from({ length: 11 }, (_, i) => row({ [key]: row()[key] * (1 + i / 8) }));
    expect(grown(rows, 2)).toEqual([expect.stringContaining(`${key} grew`)]);
  },
);

it('workers that nothing at rest needs are told of, and those that are missing', () => {
  const at = (scripts: readonly string[], engines = 2) => grown([row(), row({ scripts })], engines);
  const five = Array<string>(5).fill('worker');
  expect(at(['worker', 'worker'])).toEqual([]);
  expect(at(five)).toEqual([]);
  expect(at(five, 1)).toEqual(['at minute 1 there are 5 workers of worker, not 2 to 4']);
  expect(at([...five, 'worker'])).toEqual(['at minute 1 there are 6 workers of worker, not 2 to 5']);
  expect(at(['worker'])).toHaveLength(1);
  expect(at(['worker', 'worker', 'reader'])).toEqual(['at minute 1 there are 1 workers of reader, not 0 to 0']);
});
