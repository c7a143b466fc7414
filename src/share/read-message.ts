import { decode, type Decoder } from '../decode/decode';
import { isPlain } from '../decode/plain';
import { nullable, oneOf, optional, text, whole } from '../decode/values';
import { panelNames, parameters } from '../experiment/parameters';
import { brief } from '../problems/values';
import type { ImageFile, RequestId } from '../embed/protocol';
import { protocolVersions, type Refusal, type Request } from './messages';
import { givenTexts } from './given-texts';

const longestId = 100,
  lastStep = parameters.steps.max;
/** A text or a whole number, which comes back with the answer. */
const requestId: Decoder<RequestId> = (value) =>
  typeof value === 'string' ? text(longestId)(value) : whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)(value);
/** Of images that a host hands over: files, characters of a path, and bytes in all. */
const mostFiles = 30_000,
  longestPath = 1000,
  mostBytes = 200e6;
const types = ['get', 'set', 'play', 'pause', 'step', 'reset', 'seek', 'snapshot', 'images'] as const;
/** Of these version 1 says that it knows them, as it did before there were others. */
const firstTypes = types.slice(0, -1);

/**
 * Reads what a window has sent. Never throws.
 * @returns null where it is not meant for this page: other scripts and tools send messages too.
 */
export function readMessage(data: unknown): Request | Refusal | null {
  try {
    return isPlain(data) && Object.hasOwn(data, 'rankUnderNoise') ? judge(data) : null;
  } catch {
    // Getters and proxies, which no message that has crossed windows can hold.
    return { version: 1, refused: 'The message could not be read.' };
  }
}

function judge(data: Record<string, unknown>): Request | Refusal {
  const { rankUnderNoise, type, id } = data;
  const spoken = protocolVersions.find((one) => one === rankUnderNoise);
  const version = spoken ?? 1;
  const called = decode(optional<RequestId | null>(requestId, null), id);
  if (called.fault)
    return { version, refused: `id: it is neither a text of at most ${longestId} characters nor a whole number.` };
  const named = called.value === null ? { version } : { version, id: called.value };
  const refuse = (refused: string): Refusal => ({ ...named, refused });
  if (spoken === undefined) return refuse('rankUnderNoise: this page speaks version 1 and version 2 of the protocol.');

  switch (decode(oneOf(types), type).value) {
    case undefined:
      return refuse(
        `type: ${typeof type === 'string' ? `“${brief(type)}” is not one of` : 'it must be one of'} ${(version === 1 ? firstTypes : types).join(', ')}.`,
      );
    case 'set': {
      const given = isPlain(data['parameters'])
        ? givenTexts(data['parameters'])
        : 'parameters: an object with a value for each parameter is missing.';
      return typeof given === 'string' ? refuse(`set: ${given}`) : { ...named, type: 'set', given };
    }
    case 'step': {
      const { value: count, fault } = decode(optional(whole(1, lastStep), 1), data['count']);
      return fault
        ? refuse(`step: count must be a whole number from 1 to ${lastStep}.`)
        : { ...named, type: 'step', count };
    }
    case 'seek': {
      const { value: step, fault } = decode(nullable(whole(0, lastStep)), data['step']);
      return fault
        ? refuse(`seek: step must be a whole number from 0 to ${lastStep}, or null for the newest.`)
        : { ...named, type: 'seek', step };
    }
    case 'snapshot': {
      const panel = decode(oneOf(panelNames), data['panel']);
      if (panel.fault) return refuse(`snapshot: panel must be one of ${panelNames.join(', ')}.`);
      const format = decode(optional(oneOf(['svg', 'png']), 'svg'), data['format']);
      return format.fault
        ? refuse('snapshot: format must be svg or png.')
        : { ...named, type: 'snapshot', panel: panel.value, format: format.value };
    }
    case 'images': {
      const files = imageFiles(data['files']);
      return typeof files === 'string' ? refuse(`images: ${files}`) : { ...named, type: 'images', files };
    }
    case 'get':
    case 'play':
    case 'pause':
    case 'reset':
      return { ...named, type: type as 'get' };
  }
}

/** The files that a host hands over, or what is wrong with them. What is in them is for whoever reads them to say. */
function imageFiles(given: unknown): readonly ImageFile[] | string {
  if (!Array.isArray(given) || given.length === 0 || given.length > mostFiles)
    return `files must be a list of 1 to ${mostFiles} files.`;
  let bytes = 0;
  const files: ImageFile[] = [];
  for (const [at, file] of given.entries()) {
    const path = isPlain(file) ? decode(text(longestPath), file['path']).value : undefined;
    if (!path) return `files[${at}].path must be a text of 1 to ${longestPath} characters.`;
    const content = (file as Record<string, unknown>)['bytes'];
    if (content instanceof ArrayBuffer) bytes += content.byteLength;
    else if (content instanceof Blob) bytes += content.size;
    else return `files[${at}].bytes must be an ArrayBuffer or a Blob.`;
    if (bytes > mostBytes) return `files are more than ${mostBytes / 1e6} MB in all.`;
    files.push({ path, bytes: content });
  }
  return files;
}
