import { ProblemError } from '../../../problems/problem';
import { decodeMnistPack, type MnistDigit, type MnistSource } from './pack';
import type { PackedSet } from './shape';

/** Packs that were built into the file, by digit, base64; put here by scripts/build-single.ts. */
declare const mnistInFile: Readonly<Record<number, string>>;

/** Stands in for fetch.ts in the single file, which has no folder beside it to fetch from. */
export function fetchMnist(_: string, set: PackedSet = 'mnist'): MnistSource {
  const digits = new Map<number, Promise<MnistDigit>>();
  // Of Fashion-MNIST it holds none.
  const packs: typeof mnistInFile = set === 'mnist' ? mnistInFile : {};
  return (digit) => {
    const known = digits.get(digit);
    if (known) return known;
    const pack = packs[digit];
    if (pack === undefined)
      return Promise.reject(new ProblemError({ kind: 'digit-not-in-file', set, digit, held: Object.keys(packs) }));
    const loading = decodeMnistPack(Uint8Array.from(atob(pack), (byte) => byte.charCodeAt(0)));
    digits.set(digit, loading);
    return loading;
  };
}
