import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { leading } from '../../src/network/matrices';
import type { TrainingProblem } from '../../src/training/trainer';
import { runLength } from '../sizes';

/** A Python process with NumPy on one thread that answers one command a line. */
export interface Numpy {
  ask(what: 'steps' | 'products' | 'filters', count: number): Promise<{ ms: number; filters?: number[] }>;
  end(): void;
}

const oneThread = {
  OPENBLAS_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  VECLIB_MAXIMUM_THREADS: '1',
};

/** @returns versions in words; null where there is no python3 with NumPy. */
export function numpyVersion(): string | null {
  const script = 'import numpy, sys; print("NumPy", numpy.__version__, "on Python", sys.version.split()[0])';
  const { status, stdout } = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

export async function startNumpy(problem: TrainingProblem): Promise<Numpy> {
  const { train, width, lr, q, kappa } = problem;
  const folder = mkdtempSync(join(tmpdir(), 'bench-numpy-'));
  const file = join(folder, 'problem.f32');
  writeFileSync(
    file,
    Buffer.concat(
      [train.values, train.labels, leading(problem).values].map((part) => Buffer.from(Float32Array.from(part).buffer)),
    ),
  );
  const child = spawn('python3', [fileURLToPath(new URL('./numpy_step.py', import.meta.url))], {
    env: { ...process.env, ...oneThread },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const say = async (line: string) => {
    child.stdin.write(`${line}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error('the NumPy process ended');
    return JSON.parse(value);
  };
  await say(
    JSON.stringify({
      n: train.count,
      patches: train.patches,
      dimension: train.dimension,
      width,
      lr,
      q,
      kappa,
      file,
      runLength,
    }),
  );
  return {
    ask: (what, count) => say(`${what} ${count}`),
    end() {
      child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
