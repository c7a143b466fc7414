import { ProblemError } from '../problems/problem';

/**
 * The one way in which a part of the page is fetched after its first script: a script that does not come is asked for again
 * a few times, each time after a longer pause, and then no more until the visitor or the line asks for it (`tryAgain`).
 */

/** A part could not be had, however often it was asked for. */
export class PartMissingError extends ProblemError {
  override name = 'PartMissingError';

  constructor(cause: unknown) {
    super({ kind: 'part-missing' }, { cause });
  }
}

/** Gives the part: the same promise each time, also a rejected one until it is asked for again. Rejects with PartMissingError. */
export type Part<T> = () => Promise<T>;

export interface PartOptions<M, T> {
  /** What of the script is meant, where it is not the whole. */
  readonly pick?: (module: M) => T;
  /** Milliseconds before each further try. */
  readonly pauses?: readonly number[];
  /** Whether whoever needs the part says itself that it is missing; else the page says so (`missing`). */
  readonly said?: boolean;
  /** Of what somebody does, rather than of what is drawn: who does it once more has asked for it again. */
  readonly forActs?: boolean;
}

/** Half a second, two and six: a line that comes and goes, a host between two versions. */
const usualPauses = [500, 2000, 6000];

const forgotten = new Set<() => void>();
const listeners = new Set<(what: Told) => void>();
/** What is missing of which nobody else speaks. */
const unsaid = new Set<unknown>();

/** A part could not be had, or came after all when somebody did what needs it; or all that could not be had are asked for again. */
type Told = 'missing' | 'came' | 'again';

const tell = (what: Told) => {
  for (const listen of listeners) listen(what);
};

/** Fetches every part anew that could not be had, for those that still want it. */
export function tryAgain(): void {
  if (forgotten.size === 0) return;
  for (const forget of forgotten) forget();
  forgotten.clear();
  unsaid.clear();
  tell('again');
}

/** @returns what ends it. */
export function onParts(listener: (what: Told) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How many parts are missing of which nobody else speaks. */
export const missing = (): number => unsaid.size;

/** @param load an `import()`, and nothing else: it may be repeated under another address. */
export function part<M, T = M>(
  load: () => Promise<M>,
  {
    pick = (module) => module as unknown as T,
    pauses = usualPauses,
    said = false,
    forActs = false,
  }: PartOptions<M, T> = {},
): Part<T> {
  let asked: Promise<T> | null = null;

  const fetched = async (): Promise<M> => {
    try {
      return whole(await load());
    } catch (error) {
      let last: unknown = error;
      for (const pause of pauses) {
        await new Promise((resolve) => void setTimeout(resolve, pause));
        try {
          return whole(await anew(load, last));
        } catch (again) {
          last = again;
        }
      }
      throw new PartMissingError(last);
    }
  };

  const forget = () => (asked = null);

  return () => {
    if (asked) return asked;
    const promise = fetched().then(pick);
    asked = promise;
    // As React marks promises that it has waited for: who asks once the part is there gets it at once.
    promise.then(
      (value) => {
        Object.assign(promise, { status: 'fulfilled', value });
        forgotten.delete(forget);
        if (unsaid.delete(load)) tell('came');
      },
      (reason: unknown) => {
        Object.assign(promise, { status: 'rejected', reason });
        if (forActs) asked = null;
        if (!said) unsaid.add(load);
        forgotten.add(forget);
        tell('missing');
      },
    );
    return promise;
  };
}

/** @throws Error where a script came without what it holds: one that was cut off may read as a whole one, and ends with its exports. */
function whole<M>(module: M): M {
  if (module !== undefined && !(typeof module === 'object' && module !== null && Object.keys(module).length === 0))
    return module;
  throw new Error('came without what it holds');
}

/** Acts once the part is there, however late that is. @param without acts each time that it could not be had. */
export function whenThere<T>(wanted: Part<T>, act: (its: T) => void, without: () => void = () => {}): void {
  let there = false;
  const ask = () =>
    void wanted().then((its) => {
      if (there) return;
      there = true;
      end();
      act(its);
    }, without);
  const end = onParts((what) => what === 'again' && ask());
  ask();
}

/**
 * Firefox keeps in mind that a module did not come, for as long as the page lives: it gets another address then, which
 * Firefox and Chromium name in their message. Nothing else may import such a part, or it would be there twice. A style sheet
 * that did not come is put into the page by hand, as the second try would leave it out.
 */
async function anew<T>(load: () => Promise<T>, error: unknown): Promise<T> {
  const [url] = /\bhttps?:\/\/\S+\.(?:js|css)\b/.exec(error instanceof Error ? error.message : '') ?? [];
  if (url?.endsWith('.css')) await styles(otherAddress(url));
  try {
    return await load();
  } catch (again) {
    if (!url?.endsWith('.js') || !isWhole(load, url)) throw again;
    const address = otherAddress(url);
    return (await import(/* @vite-ignore */ address)) as T;
  }
}

/**
 * Whether a script is the part itself: neither one that it imports, which may be what did not come, nor one that holds
 * several parts. Told by the import's own text, as bundlers leave it.
 */
function isWhole(load: () => Promise<unknown>, url: string): boolean {
  const name = url.slice(url.lastIndexOf('/') + 1),
    [before, after = ''] = String(load).split(name);
  return /import\(["'`][^"'`]*$/.test(before!) && /^["'`]\)(?!\.then)/.test(after);
}

let tries = 0;
const otherAddress = (url: string) => `${url}?again=${++tries}`;

function styles(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(`no style sheet at ${href}`));
    });
    document.head.append(link);
  });
}
