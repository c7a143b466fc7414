import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../state';
import { hasEnded, hasResult, isUnderWay } from './status';

const rules: Readonly<Record<RunStatus, readonly [underWay: boolean, result: boolean, ended: boolean]>> = {
  loading: [true, false, false],
  training: [true, false, false],
  paused: [false, false, false],
  finished: [false, true, true],
  diverged: [false, true, true],
  failed: [false, false, true],
};

describe('what a run’s status means', () => {
  it.each(Object.keys(rules) as RunStatus[])('%s', (status) => {
    expect([isUnderWay({ status }), hasResult({ status }), hasEnded({ status })]).toEqual(rules[status]);
  });
});
