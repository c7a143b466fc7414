import { decode, type Decoder } from '../decode/decode';
import { isPlain } from '../decode/plain';
import { nullable, oneOf, optional, text, whole } from '../decode/values';
import { panelNames, parameters } from '../experiment/parameters';
import { brief } from '../problems/values';
import type { RequestId } from '../embed/protocol';
import { protocolVersions, type Refusal, type Request } from './messages';
import { givenTexts } from './given-texts';

const longestId = 100,
  lastStep = parameters.steps.max;
/** A text or a whole number, which comes back with the answer. */
const requestId: Decoder<RequestId> = (value) =>
  typeof value === 'string' ? text(longestId)(value) : whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)(value);
const types = ['get', 'set', 'play', 'pause', 'step', 'reset', 'seek', 'snapshot'] as const;

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
        `type: ${typeof type === 'string' ? `“${brief(type)}” is not one of` : 'it must be one of'} ${types.join(', ')}.`,
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
    case 'get':
    case 'play':
    case 'pause':
    case 'reset':
      return { ...named, type: type as 'get' };
  }
}
