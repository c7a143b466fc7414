import { describe, expect, it, vi } from 'vitest';
import { createEngine } from '../src/training/engine';
import { readArguments, type Arguments, type RunSource } from './arguments';
import { fileAssets } from './assets';
import { run } from './run';
import { runSweep } from './sweep';
import type { Sweep } from './sweep-arguments';

const link = ['--link', '#net=deep&side=4&k=2&n=16&patches=2&m=4&steps=3'];

/** What is said, and its result, on a processor that WebAssembly cannot run on. */
async function withoutSimd<T extends object>(compute: (say: (line: string) => void) => Promise<T>) {
  const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  const said: string[] = [];
  try {
    return { result: (await compute((line) => said.push(line))) as T & { backend: string }, said };
  } finally {
    validate.mockRestore();
  }
}

const words = [expect.stringMatching(/^--backend: wasm cannot .* cpu does: .*SIMD/)];

describe('where a backend cannot run, the command line', () => {
  it('computes in plain TypeScript, and says so', async () => {
    const { result, said } = await withoutSimd((say) => run(readArguments(link) as Arguments<RunSource>, say));
    expect(said).toEqual(words);
    expect(result.backend).toBe('cpu');
  });

  it('makes a whole sweep there, and says so once', async () => {
    const { sweep } = readArguments([...link, '--sweep', 'sigma=0,0.1', '--workers', '1']).source as { sweep: Sweep };
    const engine = createEngine(fileAssets);
    const { result, said } = await withoutSimd((say) =>
      runSweep(sweep, 'wasm', say, undefined, () => ({
        call: (method, params) => (engine[method] as (p: unknown) => Promise<never>)(params),
        restart: () => {},
      })),
    );
    expect(said).toEqual(words);
    expect(result).toMatchObject({ backend: 'cpu', points: [{ step: 3 }, { step: 3 }] });
  });

  it('says nothing of what was asked for and goes wrong there', async () => {
    const failed = run({ ...(readArguments(link) as Arguments<RunSource>), source: { caseFile: 'none.json' } }, () =>
      expect.unreachable(),
    );
    await expect(failed).rejects.toThrow('none.json');
  });
});
