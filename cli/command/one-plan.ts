import { InputError } from '../input-error';
import type { ReadFile, ReadLine } from './read-lines';
import { versionKeys, type Versions } from './versions';

/** Runs of one plan, made by the same versions, from any number of files. */
export interface OnePlan {
  readonly plan: string;
  readonly of: number;
  readonly versions: Versions;
  /** By place in the plan; each once. */
  readonly runs: ReadonlyMap<number, ReadLine>;
  /** Lines that say what another says already. */
  readonly twice: number;
}

/** Which of them differ, in words: `node 20.20.2 and 22.1.0`. */
export function differing(a: Versions, b: Versions): string {
  return versionKeys
    .filter((key) => a[key] !== b[key])
    .map((key) => `${key} ${a[key]} and ${b[key]}`)
    .join(', ');
}

/**
 * Puts the lines of files together. Two lines of one run have to say the same.
 * @throws InputError where they are of several plans or versions, or contradict each other; it names the file and the line.
 */
export function onePlan(files: readonly ReadFile[]): OnePlan {
  const runs = new Map<number, ReadLine>();
  let first: { readonly at: string; readonly read: ReadLine } | null = null;
  let twice = 0;
  for (const { file, lines } of files)
    for (const [i, read] of lines.entries()) {
      const at = `${file}, line ${i + 1}`;
      first ??= { at, read };
      const { line } = read,
        before = first.read.line;
      const apart = differing(before.versions, line.versions);
      if (apart !== '') throw new InputError(`${at}: made by other versions than ${first.at}: ${apart}`);
      if (line.plan !== before.plan || line.of !== before.of)
        throw new InputError(`${at}: a run of another plan than ${first.at}: ${line.plan} and ${before.plan}`);
      const same = runs.get(line.run);
      if (same && same.text !== read.text)
        throw new InputError(`${at}: run ${line.run} says something else than a line before it`);
      if (same) twice++;
      else runs.set(line.run, read);
    }
  if (!first) throw new InputError(`${files.map(({ file }) => file).join(', ')}: there is no run in it`);
  const { plan, of, versions } = first.read.line;
  return { plan, of, versions, runs, twice };
}

/** Places without a run, ascending. */
export const missingRuns = ({ of, runs }: Pick<OnePlan, 'of' | 'runs'>): number[] =>
  Array.from({ length: of }, (_, run) => run).filter((run) => !runs.has(run));

/** As `0–3, 7 and 12 more`. */
export function listed(places: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const place of places) {
    const last = spans.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else spans.push([place, place]);
  }
  const most = 5;
  const shown = spans.slice(0, most).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
  const rest = spans.slice(most).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Texts in the order of the plan. */
export const inOrder = ({ runs }: Pick<OnePlan, 'runs'>): string[] =>
  [...runs].toSorted(([a], [b]) => a - b).map(([, { text }]) => text);
