import { createEngine } from '../../src/training/engine';
import type { Caller } from '../../src/training/protocol';
import { fileAssets } from '../assets';
import { main } from './program';

/** For tests: what a command did. */
export interface Did {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Runs that were made, by their seeds and noise. */
  readonly made: number;
}

/** Sixteen images, four filters, four steps: a millisecond a run. */
export const tiny = ['side=4', 'k=2', 'n=16', 'm=2', 'steps=4'];

/** For tests: the command in this process, with an engine in place of threads. @param fail called before each run; what it throws ends the run. */
export async function rank(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  fail: (made: number) => void = () => {},
): Promise<Did> {
  let out = '',
    err = '',
    made = 0;
  const engine = createEngine(fileAssets);
  const makeCaller = (): Caller => ({
    async call(method, params) {
      fail(made++);
      return engine[method](params as never) as never;
    },
    restart() {},
  });
  const code = await main(argv, {
    environment,
    makeCaller,
    stdout: { write: (text) => (out += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')) },
    stderr: { isTTY: false, write: (text: string | Uint8Array) => ((err += String(text)), true) },
  });
  return { code, out, err, made };
}
