import type { LoadFault } from '../../../problems/digits';
import { ProblemError, problemOf } from '../../../problems/problem';
import { decodeMnistPack, type MnistDigit, type MnistSource } from './pack';
import { packPath, type PackedSet } from './shape';

/** A file that does not come, or not whole, is asked for again after so many ms each, as parts of the page are. */
const usualPauses = [500, 2000];

/**
 * Classes of a set from the files of the page, each fetched once; a failure is forgotten, so that the next call tries again.
 * @param baseUrl the page's own address, ending in a slash: a worker resolves relative addresses against its script, so
 * it must be absolute there.
 */
export function fetchMnist(baseUrl: string, set: PackedSet = 'mnist', pauses = usualPauses): MnistSource {
  const digits = new Map<number, Promise<MnistDigit>>();
  return (digit) => {
    const known = digits.get(digit);
    if (known) return known;
    const loading = patiently(() => load(`${baseUrl}${packPath(set, digit)}`, set, digit), pauses);
    digits.set(digit, loading);
    loading.catch(() => digits.delete(digit));
    return loading;
  };
}

async function patiently<T>(load: () => Promise<T>, pauses: readonly number[]): Promise<T> {
  for (const pause of pauses) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => void setTimeout(resolve, pause));
    }
  }
  return load();
}

async function load(url: string, set: PackedSet, digit: number): Promise<MnistDigit> {
  const failed = (fault: LoadFault, cause?: unknown) =>
    new ProblemError({ kind: 'digit-not-loaded', set, digit, fault }, { cause });
  const response = await fetch(url).catch(async (cause: unknown) => {
    const copy = await kept(url);
    if (copy) return copy;
    throw failed({ kind: 'no-answer' }, cause);
  });
  if (!response.ok) throw failed({ kind: 'refused', status: `${response.status} ${response.statusText}`.trim(), url });
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw failed({ kind: 'broke-off' }, cause);
  });
  const pack = await decodeMnistPack(bytes).catch((cause: unknown) => {
    const problem = problemOf(cause);
    throw failed(
      problem.kind === 'pack-damaged'
        ? { kind: 'damaged', fault: problem.fault }
        : { kind: 'unexpected', message: (cause as Error).message },
      cause,
    );
  });
  if (pack.digit !== digit) throw failed({ kind: 'other-digit', url, found: pack.digit });
  return pack;
}

/**
 * What the service worker has kept. WebKit leaves a worker outside of it that was spawned while another's script of the same
 * address was on its way; what is fetched there only asks the network.
 */
async function kept(url: string): Promise<Response | undefined> {
  try {
    return await caches.match(url);
  } catch {
    // Not every context may look: plain http, sandboxed frames, Node.
    return undefined;
  }
}
