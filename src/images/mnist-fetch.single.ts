import { decodeMnistPack, type MnistDigit, type MnistSource } from './mnist-pack';

/** Packs that were built into the file, by digit, base64; put here by scripts/build-single.ts. */
declare const mnistInFile: Readonly<Record<number, string>>;

/** Stands in for mnist-fetch.ts in the single file, which has no folder beside it to fetch from. */
export function fetchMnist(): MnistSource {
  const digits = new Map<number, Promise<MnistDigit>>();
  const packs = mnistInFile;
  return (digit) => {
    const known = digits.get(digit);
    if (known) return known;
    const pack = packs[digit];
    if (pack === undefined) return Promise.reject(new Error(missing(digit, Object.keys(packs))));
    const loading = decodeMnistPack(Uint8Array.from(atob(pack), (byte) => byte.charCodeAt(0)));
    digits.set(digit, loading);
    return loading;
  };
}

function missing(digit: number, held: readonly string[]): string {
  const instead = held.length > 1 ? `Choose among ${held.join(', ')}, or synthetic images` : 'Choose synthetic images';
  return `MNIST digit ${digit} is not in this file, which keeps everything in itself to work without a network. ${instead}, or open the page from the web, where all digits are.`;
}
