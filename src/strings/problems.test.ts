import { describe, expect, it } from 'vitest';
import { ProblemError, problemOf } from '../problems/problem';
import { everyProblem, everyReason } from '../problems/testing';
import { problems } from './en/problems';
import { languages, type Language } from './languages';
import { wholeWords } from './load';

const catalogues = await Promise.all(
  Object.keys(languages).map(
    async (language) => [language, (await wholeWords(language as Language)).problems] as const,
  ),
);

describe.each(catalogues)('every problem in the catalogue %s', (_, words) => {
  it('is said in a full sentence, with every value that it holds', () => {
    for (const problem of everyProblem) {
      const sentence = words.text(problem);
      expect(sentence, problem.kind).not.toMatch(/undefined|null|\[object|NaN|  /);
      if (problem.kind === 'unexpected') expect(sentence).toContain(problem.message);
      else expect(sentence, problem.kind).toMatch(/^\S.{4,}[.?。？]$/);
    }
  });

  it('is said unlike any other', () => {
    const sentences = new Map(everyProblem.map((problem) => [words.text(problem), JSON.stringify(problem)]));
    for (const problem of everyProblem) expect(sentences.get(words.text(problem))).toBe(JSON.stringify(problem));
  });

  it('is said after the name of the field that it is about, or names itself what it is about', () => {
    expect(
      words.notice({ field: 'sigma', problem: { kind: 'outside', given: '99', min: 0, max: 2, used: 2 } }),
    ).toMatch(/^sigma.*99.*2/);
    expect(words.notice({ field: 'backend', problem: { kind: 'replayed', lost: 'gpu', step: 14 } })).not.toContain(
      'backend',
    );
  });

  it('has reasons for a backend in half a line', () => {
    const reasons = everyReason.map((reason) => words.reason(reason));
    expect(new Set(reasons).size).toBe(everyReason.length);
    for (const reason of reasons) expect(reason).not.toMatch(/undefined|null|NaN|Infinity/);
  });
});

describe('a problem of any kind', () => {
  it('survives JSON and a copy to another thread', () => {
    for (const problem of everyProblem) {
      expect(structuredClone(problem)).toEqual(problem);
      expect(JSON.parse(JSON.stringify(problem))).toEqual(problem);
    }
  });

  it('is what its error holds; other errors keep their own words', () => {
    for (const problem of everyProblem) expect(problemOf(new ProblemError(problem))).toBe(problem);
    expect(problemOf(new RangeError('no room'))).toEqual({ kind: 'unexpected', message: 'no room' });
    expect(problemOf('no room')).toEqual({ kind: 'unexpected', message: 'no room' });
  });
});

it('the reason for a backend, in English', () => {
  expect(everyReason.map((reason) => problems.reason(reason))).toEqual([
    '1.2 ms a step, no result on the GPU',
    'WebGL is only emulated here',
    'This browser offers no WebGL 2 here.',
    'This graphics processor computes in half precision only, which is too coarse to train with.',
    '4.6 ms a step, 12 ms on the processor',
  ]);
});
