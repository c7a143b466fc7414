import type { WriteStream } from 'node:tty';
import { freshLine } from '../terminal-progress';

/** Milliseconds between two lines of a log that nobody watches, and between two looks of somebody. */
const logEvery = 30_000,
  showEvery = 100;

export interface Progress {
  /** A run has ended. @param work its multiply-adds, which time goes by. */
  done(work: number): void;
  /** Nothing more comes. */
  end(): void;
}

/** A time as somebody would say it: `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/**
 * Tells on stderr how many runs are made and how long the others take: on a terminal in one line that rewrites itself, in a
 * log now and then. @param before runs that were there already. @param work multiply-adds of those to come.
 */
export function createProgress(
  stream: Pick<WriteStream, 'isTTY' | 'write'>,
  { runs, before, work }: { readonly runs: number; readonly before: number; readonly work: number },
  now: () => number = () => performance.now(),
): Progress {
  const began = now();
  let made = before,
    worked = 0,
    told = stream.isTTY ? -Infinity : began;
  const said = () => {
    const rest = worked > 0 ? `, about ${duration(((now() - began) * (work - worked)) / worked)} left` : '';
    return `${made} of ${runs} runs${made < runs ? rest : ` in ${duration(now() - began)}`}`;
  };
  const tell = () => {
    told = now();
    stream.write(stream.isTTY ? `${freshLine}${said()}` : `${said()}\n`);
  };
  if (stream.isTTY) tell();
  return {
    done(more) {
      made += 1;
      worked += more;
      if (now() - told >= (stream.isTTY ? showEvery : logEvery)) tell();
    },
    end() {
      tell();
      if (stream.isTTY) stream.write('\n');
    },
  };
}
