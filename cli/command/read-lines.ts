import { readFile } from 'node:fs/promises';
import { decode } from '../../src/decode/decode';
import { parseJson } from '../../src/decode/json';
import { isPlain } from '../../src/decode/plain';
import { listOf, record } from '../../src/decode/shapes';
import { finite, flag, nullable, oneOf, optional, text, whole } from '../../src/decode/values';
import { rankNotions } from '../../src/spectrum/ranks';
import { fileFault } from '../../src/strings/en/file-problems';
import { given } from '../../src/strings/en/problems';
import type { FileFault } from '../../src/problems/files';
import { momentNames } from '../../src/store/views/wrong-labels';
import { backends } from '../../src/training/trainer';
import { InputError } from '../input-error';
import { lineFormat, type Line } from './line';
import { versionKeys } from './versions';

const deepest = 8,
  longestText = 4000,
  mostRuns = 1e6,
  lastStep = 20_000,
  mostValues = 20_000;

const share = nullable(finite(0, 1 + 1e-6));
const ranks = Object.fromEntries(rankNotions.map((notion) => [notion, nullable(finite())]));
const change = record({
  moved: record(ranks),
  along: nullable(listOf(finite(0, 1 + 1e-6), 0, mostValues)),
  gradient: record({ ...ranks, signalShare: share, cosine: nullable(finite(-1, 1)) }),
});
const matrix = record({
  ...ranks,
  signalShare: share,
  movedShare: share,
  followed: nullable(whole(0, mostValues)),
  change: optional<ReturnType<typeof change> | undefined>(change, undefined),
});
/** Names that only a network gives, of any number that is not many. */
const byName =
  <T>(one: (value: unknown) => T) =>
  (value: unknown): Readonly<Record<string, T>> => {
    const names = isPlain(value) ? Object.keys(value) : [];
    return record(Object.fromEntries(names.map((name) => [name, one])))(value) as Readonly<Record<string, T>>;
  };
const measurement = {
  step: whole(0, lastStep),
  loss: nullable(finite()),
  testLoss: nullable(finite()),
  trainAccuracy: finite(0, 1),
  testAccuracy: share,
  byLabel: optional(record({ right: share, wrong: share }), undefined),
  matrices: byName(matrix),
};
const spectra = optional(byName(listOf(finite(), 0, mostValues)), undefined);
const parameters = (value: unknown) => (isPlain(value) ? value : record({})(value));

const line = record({
  rankUnderNoise: whole(lineFormat, lineFormat),
  plan: text(16),
  run: whole(0, mostRuns),
  of: whole(1, mostRuns),
  versions: record(Object.fromEntries(versionKeys.map((key) => [key, text(40)]))),
  backend: oneOf(backends),
  points: whole(0, mostRuns),
  link: text(longestText),
  parameters,
  signalDimension: whole(0, mostValues),
  criticalNoise: nullable(finite()),
  lawfulNoise: nullable(finite()),
  predictedStableRank: nullable(finite()),
  data: record(ranks),
  clean: record(ranks),
  diverged: flag,
  ...measurement,
  attention: optional<number | undefined>(finite(0, 1 + 1e-6), undefined),
  moments: optional(
    record(Object.fromEntries(momentNames.map((name) => [name, nullable(whole(0, lastStep))]))),
    undefined,
  ),
  spectra,
  history: optional(listOf(record({ ...measurement, spectra }), 1, lastStep + 1), undefined),
});

/** A line as it was read: what it says, and its own text, which is handed on as it is. */
export interface ReadLine {
  readonly text: string;
  readonly line: Line;
}

/** What is in a file: whole lines, how many bytes they are, and whether half a line follows, as a stop leaves it. */
export interface ReadFile {
  readonly file: string;
  readonly lines: readonly ReadLine[];
  readonly bytes: number;
  readonly cut: boolean;
}

/** Reads one line. @returns what is wrong with it, in words, where something is. */
function readLine(written: string): { readonly line: Line } | { readonly wrong: string } {
  const parsed = parseJson(written, deepest);
  const fault: FileFault | undefined = parsed.fault;
  if (parsed.fault) return { wrong: words(fault!) };
  const { value, fault: inside } = decode(line, parsed.value);
  if (inside) return { wrong: words(inside) };
  if (value.run >= value.of) return { wrong: `run ${value.run} is not one of ${value.of}` };
  return { line: value as unknown as Line };
}

function words(fault: FileFault): string {
  return fileFault(fault, (problem) => given(problem).wrong);
}

/**
 * Reads a file of lines. Half a line at its end is no fault: something was stopped while it wrote.
 * @throws InputError that names the file and the line.
 */
export async function readLines(file: string): Promise<ReadFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new InputError(`${file}: cannot be read (${error.code})`);
  });
  const lines: ReadLine[] = [];
  let at = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, at)) {
    const written = bytes.toString('utf8', at, end);
    const read = readLine(written);
    if ('wrong' in read) throw new InputError(`${file}, line ${lines.length + 1}: ${read.wrong}`);
    lines.push({ text: written, line: read.line });
    at = end + 1;
  }
  return { file, lines, bytes: at, cut: at < bytes.length };
}
