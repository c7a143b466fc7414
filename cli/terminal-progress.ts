import type { WriteStream } from 'node:tty';

/** To the start of the line, which is cleared. */
export const freshLine = '\r\u001B[K';

/** Tells how far a sweep is, on one line that rewrites itself and goes at the end; undefined where nobody watches. */
export function terminalProgress(
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
): ((done: number, of: number) => void) | undefined {
  if (!stream.isTTY) return undefined;
  return (done, of) => {
    stream.write(`${freshLine}${done < of ? `${done} of ${of} runs` : ''}`);
  };
}
