import { describe, expect, it } from 'vitest';
import { terminalProgress } from './terminal-progress';

const stream = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) > 0 };
};

describe('progress on the terminal', () => {
  it('rewrites one line and clears it at the end', () => {
    const terminal = stream(true);
    const progress = terminalProgress(terminal as never)!;
    progress(37, 120);
    progress(120, 120);
    expect(terminal.written).toEqual(['\r\u001B[K37 of 120 runs', '\r\u001B[K']);
  });

  it('is silent where nobody watches', () => {
    expect(terminalProgress(stream(false) as never)).toBeUndefined();
  });
});
