import { expect, it } from 'vitest';
import { grown, halvesOf } from './flat';
import type { Measured } from './measure';

const row = (change: Partial<Measured> = {}): Measured => ({
  pageMb: 15,
  workersMb: 20,
  workers: 5,
  scripts: 'gpu-worker worker worker worker worker',
  nodes: 3000,
  listeners: 600,
  requests: 8,
  ...change,
});

it('what is noisy, or grows once in the first minutes, is flat', () => {
  const rows = [3, 14, 15, 15.5, 15, 19, 15.2, 15.4, 15.1, 15.6, 15.3].map((pageMb) => row({ pageMb }));
  expect(grown(rows)).toEqual([]);
  expect(halvesOf(rows)).toMatchObject({ first: { pageMb: 15 }, second: { pageMb: 15.3 } });
});

it.each(['pageMb', 'workersMb', 'nodes', 'listeners', 'requests'] as const)(
  '%s that grow every minute are not',
  (key) => {
    const rows = Array.from({ length: 11 }, (_, i) => row({ [key]: row()[key] * (1 + i / 8) }));
    expect(grown(rows)).toEqual([expect.stringContaining(`${key} grew`)]);
  },
);

it('other workers than before are not the same, were it as many', () => {
  const rows = [row(), row(), row({ scripts: 'networks-worker worker worker worker worker' })];
  expect(grown(rows)).toEqual([expect.stringContaining('not the same each time')]);
});
