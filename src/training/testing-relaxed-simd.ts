import { setFlagsFromString } from 'node:v8';
import { afterAll, beforeAll } from 'vitest';
import { relaxed, runsHere } from './backends/wasm/kernel';

/** For tests: Node 20 has relaxed SIMD behind a flag of the whole process, which other test files share. */
export function allowRelaxedSimd(): void {
  const flag = 'experimental-wasm-relaxed-simd';
  let isMissing = false;
  beforeAll(() => {
    isMissing = !runsHere(relaxed);
    if (isMissing) setFlagsFromString(`--${flag}`);
  });
  afterAll(() => {
    if (isMissing) setFlagsFromString(`--no-${flag}`);
  });
}
