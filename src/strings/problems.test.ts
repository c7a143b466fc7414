import { describe, expect, it } from 'vitest';
import { problems } from './en/problems';
import { ProblemError, problemOf } from '../problems/problem';
import { everyProblem, everyReason } from '../problems/testing';

describe('a problem of any kind', () => {
  it.each(everyProblem.map((problem) => [problem.kind, problem] as const))('%s is said in a full sentence, with every value that it holds', (_, problem) => {
    const sentence = problems.text(problem);
    expect(sentence).not.toMatch(/undefined|null|\[object|NaN|  /);
    if (problem.kind === 'unexpected') expect(sentence).toBe(problem.message);
    else expect(sentence).toMatch(/^\S.{12,}[.?]$/);
  });

  it('survives JSON and a copy to another thread, and is said as before', () => {
    for (const problem of everyProblem) {
      expect(structuredClone(problem)).toEqual(problem);
      expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
    }
  });

  it('is said unlike any other', () => {
    const sentences = new Set(everyProblem.map((problem) => problems.text(problem)));
    expect(sentences.size).toBe(new Set(everyProblem.map((problem) => JSON.stringify(problem))).size);
  });

  it('is what its error holds; other errors keep their own words', () => {
    for (const problem of everyProblem) expect(problemOf(new ProblemError(problem))).toBe(problem);
    expect(problemOf(new RangeError('no room'))).toEqual({ kind: 'unexpected', message: 'no room' });
    expect(problemOf('no room')).toEqual({ kind: 'unexpected', message: 'no room' });
  });
});

it('the reason for a backend is said in half a line', () => {
  expect(everyReason.map((reason) => problems.reason(reason))).toEqual([
    '1.2 ms a step, no result on the GPU', 'WebGL is only emulated here', 'This browser offers no WebGL 2 here.',
    'This graphics processor computes in half precision only, which is too coarse to train with.', '4.6 ms a step, 12 ms on the processor',
  ]);
});
