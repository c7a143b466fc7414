import { panelNames, parameters } from '../experiment/parameters';
import { brief } from '../problems/values';
import type { RequestId } from '../embed/protocol';
import { protocolVersion, type Refusal, type Request } from './messages';
import { givenTexts } from './given-texts';

const longestId = 100;
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
    return { refused: 'The message could not be read.' };
  }
}

function judge(data: Record<string, unknown>): Request | Refusal {
  const { rankUnderNoise: version, type, id } = data;
  if (id !== undefined && !isId(id))
    return { refused: `id: it is neither a text of at most ${longestId} characters nor a whole number.` };
  const named = id === undefined ? {} : { id };
  const refuse = (refused: string): Refusal => ({ ...named, refused });
  if (version !== protocolVersion)
    return refuse(`rankUnderNoise: this page speaks version ${protocolVersion} of the protocol.`);

  switch (types.find((known) => known === type)) {
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
      const count = data['count'] === undefined ? 1 : data['count'];
      return isWithin(count, 1, parameters.steps.max)
        ? { ...named, type: 'step', count }
        : refuse(`step: count must be a whole number from 1 to ${parameters.steps.max}.`);
    }
    case 'seek': {
      const { step } = data;
      return step === null || isWithin(step, 0, parameters.steps.max)
        ? { ...named, type: 'seek', step }
        : refuse(`seek: step must be a whole number from 0 to ${parameters.steps.max}, or null for the newest.`);
    }
    case 'snapshot': {
      const panel = panelNames.find((name) => name === data['panel']);
      const format =
        data['format'] === undefined ? 'svg' : (['svg', 'png'] as const).find((name) => name === data['format']);
      if (!panel) return refuse(`snapshot: panel must be one of ${panelNames.join(', ')}.`);
      return format ? { ...named, type: 'snapshot', panel, format } : refuse('snapshot: format must be svg or png.');
    }
    case 'get':
    case 'play':
    case 'pause':
    case 'reset':
      return { ...named, type: type as 'get' };
  }
}

/** An object that a message can be: neither an array, a map nor anything else with a class. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isId(value: unknown): value is RequestId {
  return typeof value === 'string' ? value.length <= longestId : Number.isSafeInteger(value);
}

function isWithin(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}
