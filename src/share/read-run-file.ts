import { backends } from '../training/trainer';
import { FileError } from './file-error';
import { arrayOf, finite, foundIn, isRecord, oneOf, shareOrNull, text, whole } from './read-value';
import { runFormat, runVersion, type RunFile, type RunFilePoint } from './run-file';

/** Bytes of the largest file that is read. */
export const largestFile = 20e6;
export const tooLarge = { kind: 'too-large', megabytes: largestFile / 1e6 } as const;
/** Step 0 and every step of the longest run. */
const mostPoints = 20_001,
  lastStep = 20_000;
/** Singular values of the widest filters, and of the largest data matrix. */
const mostOfFilters = 1024,
  mostOfData = 20_000;
const deepest = 8,
  longestLink = 3600,
  longestDevice = 200;

/**
 * Reads a run that was saved as JSON. Only what is known is taken over, each value checked.
 * @throws FileError that names the field.
 */
export function readRunFile(json: string): RunFile {
  if (json.length > largestFile) throw new FileError(tooLarge);
  if (depth(json) > deepest) throw new FileError({ kind: 'too-deep', most: deepest });
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch {
    throw new FileError({ kind: 'not-json' });
  }
  if (!isRecord(file) || file['format'] !== runFormat) throw new FileError({ kind: 'not-a-run', format: runFormat });
  if (file['version'] !== runVersion)
    throw new FileError({ kind: 'other-version', found: foundIn(file['version']), version: runVersion });
  const recorded = file['recorded'];
  if (!isRecord(recorded)) throw new FileError({ kind: 'missing', field: 'recorded' });
  const history = arrayOf(file['history'], 'history', 1, mostPoints, point);
  history.forEach(({ step }, i) => {
    if (i > 0 && step <= history[i - 1]!.step) throw new FileError({ kind: 'not-later', field: `history[${i}].step` });
  });
  return {
    format: runFormat,
    version: runVersion,
    link: text(file['link'], 'link', longestLink),
    step: whole(file['step'], 'step', lastStep),
    recorded: {
      backend: oneOf(recorded['backend'], 'recorded.backend', backends),
      device: text(recorded['device'], 'recorded.device', longestDevice),
    },
    history,
    data: file['data'] === null ? null : dataOf(file['data']),
  };
}

function point(value: unknown, field: string): RunFilePoint {
  if (!isRecord(value)) throw new FileError({ kind: 'not-a-step', field });
  return {
    step: whole(value['step'], `${field}.step`, lastStep),
    loss: finite(value['loss'], `${field}.loss`),
    trainAccuracy: finite(value['trainAccuracy'], `${field}.trainAccuracy`, 1),
    testAccuracy: shareOrNull(value['testAccuracy'], `${field}.testAccuracy`),
    signalShare: shareOrNull(value['signalShare'], `${field}.signalShare`),
    singularValues: spectrum(value['singularValues'], `${field}.singularValues`, mostOfFilters),
  };
}

function dataOf(value: unknown): RunFile['data'] {
  if (!isRecord(value)) throw new FileError({ kind: 'missing', field: 'data' });
  return {
    matrix: oneOf(value['matrix'], 'data.matrix', ['patch', 'image']),
    signalDimension: whole(value['signalDimension'], 'data.signalDimension', mostOfData),
    singularValues: spectrum(value['singularValues'], 'data.singularValues', mostOfData),
    clean: spectrum(value['clean'], 'data.clean', mostOfData),
  };
}

function spectrum(value: unknown, field: string, most: number): number[] {
  const values = arrayOf(value, field, 1, most, finite);
  values.forEach((s, i) => {
    if (i > 0 && s > values[i - 1]!) throw new FileError({ kind: 'rises', field: `${field}[${i}]` });
  });
  return values;
}

/** How deep brackets are nested outside of strings; looked at first, as a parser may give up on it in its own way. */
function depth(json: string): number {
  let most = 0,
    open = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') most = Math.max(most, ++open);
    else if (token === ']' || token === '}') open -= 1;
    if (most > deepest) break;
  }
  return most;
}
