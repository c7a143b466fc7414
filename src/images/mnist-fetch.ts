import { decodeMnistPack, type MnistDigit, type MnistSource } from './mnist-pack';

/**
 * Digits from the files of the page, each fetched once; a failure is forgotten, so that the next call tries again.
 * @param baseUrl the page's own address, ending in a slash: a worker resolves relative addresses against its script, so
 * it must be absolute there.
 */
export function fetchMnist(baseUrl: string): MnistSource {
  const digits = new Map<number, Promise<MnistDigit>>();
  return (digit) => {
    const known = digits.get(digit);
    if (known) return known;
    const loading = load(`${baseUrl}mnist/digit-${digit}.bin`, digit);
    digits.set(digit, loading);
    loading.catch(() => digits.delete(digit));
    return loading;
  };
}

async function load(url: string, digit: number): Promise<MnistDigit> {
  const failed = (why: string, cause?: unknown) => new Error(`MNIST digit ${digit} could not be loaded: ${why}`, { cause });
  const response = await fetch(url).catch((cause: unknown) => {
    throw failed('no answer from the server. Is the connection up?', cause);
  });
  if (!response.ok) throw failed(`the server answered ${`${response.status} ${response.statusText}`.trim()} for ${url}.`);
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw failed('the connection broke off. Try again.', cause);
  });
  const pack = await decodeMnistPack(bytes).catch((cause: unknown) => {
    throw failed(cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (pack.digit !== digit) throw failed(`the file at ${url} holds digit ${pack.digit}.`);
  return pack;
}
