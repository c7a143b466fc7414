import { describe, expect, it } from 'vitest';
import { createProgress, duration } from './progress';

function told(isTTY: boolean) {
  let text = '',
    time = 0;
  const progress = createProgress(
    { isTTY, write: (more: string | Uint8Array) => ((text += String(more)), true) },
    { runs: 4, before: 1, work: 60 },
    () => time,
  );
  for (const [seconds, work] of [
    [40, 10],
    [80, 30],
    [85, 20],
  ] as const) {
    time = 1000 * seconds;
    progress.done(work);
  }
  progress.end();
  return text;
}

describe('progress', () => {
  it('says on a terminal, in one line, how many are made and how long the others take by their work', () => {
    expect(told(true)).toBe(
      [
        '1 of 4 runs',
        '2 of 4 runs, about 3 min 20 s left',
        '3 of 4 runs, about 40 s left',
        '4 of 4 runs in 1 min 25 s',
        '4 of 4 runs in 1 min 25 s',
      ]
        .map((line) => `\r\u001B[K${line}`)
        .join('') + '\n',
    );
  });

  it('is a line now and then in a log', () => {
    expect(told(false)).toBe(
      '2 of 4 runs, about 3 min 20 s left\n3 of 4 runs, about 40 s left\n4 of 4 runs in 1 min 25 s\n',
    );
  });

  it.each([
    [999, '1 s'],
    [200_000, '3 min 20 s'],
    [7_500_000, '2 h 5 min'],
  ])('%d ms are %s', (ms, text) => expect(duration(ms)).toBe(text));
});
