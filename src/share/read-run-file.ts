import { decode, type Decoded, type Decoder } from '../decode/decode';
import { parseJson } from '../decode/json';
import { isPlain } from '../decode/plain';
import { listOf, record } from '../decode/shapes';
import { finite, foundIn, nullable, oneOf, optional, refined, text, whole } from '../decode/values';
import { decodeLink, longestLink } from '../experiment/link';
import { networks } from '../experiment/networks';
import { matrixShapes } from '../network/architectures/shapes';
import type { FileFault } from '../problems/files';
import type { HistoryPoint } from '../training/snapshot';
import type { MomentSteps } from '../store/views/wrong-labels';
import { backends } from '../training/trainer';
import { FileError } from './file-error';
import { runFormat, runVersion, type RunFile } from './run-file';

/** Bytes of the largest file that is read: with own images in it, nearly all are theirs. */
export const largestFile = 100e6;
export const tooLarge = { kind: 'too-large', megabytes: largestFile / 1e6 } as const;
/** Step 0 and every step of the longest run. */
const mostPoints = 20_001,
  lastStep = 20_000;
/** Matrices of a network, and their rows or columns. */
const mostMatrices = 16,
  mostRows = 20_000;
/** Singular values of the widest filters, and of the largest data matrix. */
const mostOfMatrix = 1024,
  mostOfData = 20_000;
const deepest = 8,
  longestDevice = 200;

/** Of entries that are to be in order: the first that is not. */
function firstOut<T>(entries: readonly T[], inOrder: (before: T, entry: T) => boolean): number {
  return entries.findIndex((entry, i) => i > 0 && !inOrder(entries[i - 1]!, entry));
}

/** A share from 0 to 1, with room for what rounding adds. */
const part = finite(0, 1 + 1e-6);
/** The same, or null where it was not measured. */
const share = nullable(part);

const spectrum = (most: number): Decoder<number[]> =>
  refined(listOf(finite(), 1, most), (values) => {
    const at = firstOut(values, (before, s) => s <= before);
    return at < 0 ? null : { kind: 'rises', at: `[${at}]` };
  });

const measured = { step: whole(0, lastStep), loss: finite(), trainAccuracy: finite(0, 1), testAccuracy: share };
const matrix = { signalShare: share, singularValues: spectrum(mostOfMatrix) };
/** What files of version 2 came to hold when it was measured. */
const later = {
  testLoss: optional<number | null | undefined>(nullable(finite()), undefined),
  byLabel: optional<HistoryPoint['byLabel']>(record({ right: share, wrong: share }), undefined),
};
const step = nullable(whole(0, lastStep));
const moments = optional<MomentSteps | undefined>(
  record({ rightFitted: step, rankUp: step, anyWrong: step, halfWrong: step, allWrong: step, shareDown: step }),
  undefined,
);
const energies = record({ share: part, along: listOf(part, 0, mostOfMatrix), followed: whole(0, mostOfMatrix) });
const moved = optional<ReturnType<typeof energies> | null | undefined>(nullable(energies), undefined);
const change = record({
  step: whole(0, lastStep),
  moved: spectrum(mostOfMatrix),
  gradient: record({ singularValues: spectrum(mostOfMatrix), signalShare: share, cosine: nullable(finite(-1, 1)) }),
});
const name = oneOf(Object.values(networks).flat());

const inOrder = <Point extends { readonly step: number }>(point: Decoder<Point>) =>
  refined(listOf(point, 1, mostPoints), (points) => {
    const at = firstOut(points, (before, { step }) => step > before.step);
    return at < 0 ? null : { kind: 'not-later', at: `[${at}].step` };
  });

const changes = inOrder(change);

/** What both versions have. */
const shared = {
  link: text(longestLink),
  step: whole(0, lastStep),
  recorded: record({ backend: oneOf(backends), device: text(longestDevice) }),
  data: nullable(
    record({
      matrix: oneOf(['patch', 'image']),
      signalDimension: whole(0, mostOfData),
      singularValues: spectrum(mostOfData),
      clean: spectrum(mostOfData),
    }),
  ),
};

const first = record({ ...shared, history: inOrder(record({ ...measured, ...matrix }, 'not-a-step')) });

const second = record({
  ...shared,
  moments,
  images: optional<string | undefined>(text(largestFile), undefined),
  matrices: listOf(record({ name, rows: whole(1, mostRows), columns: whole(1, mostRows) }), 1, mostMatrices),
  change: optional<ReturnType<typeof changes> | undefined>(changes, undefined),
  history: inOrder(
    record(
      { ...measured, ...later, matrices: listOf(record({ name, ...matrix, moved }), 1, mostMatrices) },
      'not-a-step',
    ),
  ),
});

/** Decodes either version; one of version 1 has the filters of the network that its link trains. */
function runFile(file: unknown, version: unknown): Decoded<Omit<RunFile, 'format' | 'version'>> {
  if (version === runVersion) return decode(second, file);
  const { value, fault } = decode(first, file);
  if (fault) return { fault };
  const shapes = matrixShapes(decodeLink(value.link).experiment).map(({ name, rows, columns }) => ({
    name,
    rows,
    columns,
  }));
  const history = value.history.map(({ signalShare, singularValues, ...point }) => ({
    ...point,
    matrices: [{ name: shapes[0]!.name, signalShare, singularValues }],
  }));
  return { value: { ...value, matrices: shapes, history } };
}

/**
 * Reads a run that was saved as JSON. Only what is known is taken over, each value checked.
 * @throws FileError that names the field.
 */
export function readRunFile(json: string): RunFile {
  const refuse = (fault: FileFault): never => {
    throw new FileError(fault);
  };
  if (json.length > largestFile) refuse(tooLarge);
  const parsed = parseJson(json, deepest);
  if (parsed.fault) return refuse(parsed.fault);
  const file = parsed.value;
  if (!isPlain(file) || file['format'] !== runFormat) return refuse({ kind: 'not-a-run', format: runFormat });
  if (file['version'] !== runVersion && file['version'] !== 1)
    refuse({ kind: 'other-version', found: foundIn(file['version']), version: runVersion });
  const { value, fault } = runFile(file, file['version']);
  return fault ? refuse(fault) : { format: runFormat, version: runVersion, ...value };
}
