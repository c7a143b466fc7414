import { describe, expect, it } from 'vitest';
import { readShard, runsOf } from './shard';

describe('a shard', () => {
  it.each([
    ['3/8', {}, { part: 3, of: 8 }],
    ['slurm', { SLURM_ARRAY_TASK_ID: '0', SLURM_ARRAY_TASK_COUNT: '8' }, { part: 1, of: 8 }],
    ['slurm', { SLURM_ARRAY_TASK_ID: '8', SLURM_ARRAY_TASK_COUNT: '8', SLURM_ARRAY_TASK_MIN: '1' }, { part: 8, of: 8 }],
    [
      'slurm',
      {
        SLURM_ARRAY_TASK_ID: '20',
        SLURM_ARRAY_TASK_COUNT: '3',
        SLURM_ARRAY_TASK_MIN: '10',
        SLURM_ARRAY_TASK_STEP: '5',
      },
      { part: 3, of: 3 },
    ],
    ['slurm/4', { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '1' }, { part: 3, of: 4 }],
    ['kubernetes/8', { JOB_COMPLETION_INDEX: '7' }, { part: 8, of: 8 }],
    ['github', { STRATEGY_JOB_INDEX: '0', STRATEGY_JOB_TOTAL: '4' }, { part: 1, of: 4 }],
    ['parallel/4', { PARALLEL_SEQ: '4' }, { part: 4, of: 4 }],
    ['auto/8', { JOB_COMPLETION_INDEX: '2' }, { part: 3, of: 8 }],
  ] as const)('%s is read from what its scheduler says', (text, environment, shard) => {
    expect(readShard(text, environment)).toEqual(shard);
  });

  it('has its part of the runs, which together are all of them once', () => {
    for (const [of, runs] of [
      [1, 5],
      [3, 10],
      [8, 5],
    ] as const) {
      const parts = Array.from({ length: of }, (_, i) => runsOf({ part: i + 1, of }, runs));
      expect(parts.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: runs }, (_, run) => run));
      expect(
        Math.max(...parts.map(({ length }) => length)) - Math.min(...parts.map(({ length }) => length)),
      ).toBeLessThan(2);
    }
  });
});
