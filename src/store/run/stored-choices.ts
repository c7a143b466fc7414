import { decode, type Decoder } from '../../decode/decode';
import { parseJson } from '../../decode/json';
import { listOf, record } from '../../decode/shapes';
import { finite, nullable, oneOf, whole } from '../../decode/values';
import type { Reason } from '../../problems/device';
import { backends } from '../../training/trainer';
import type { Choice } from '../state';

/** What is kept of races at most: a choice for each size, itself a logarithm, and brackets within brackets. */
const mostChoices = 100,
  mostSize = 1000,
  deepest = 4;

/** In ms; null where a backend could not be timed. */
const time = nullable(finite(Number.MIN_VALUE));
const reasons: { readonly [K in Reason['kind']]: Decoder<Reason> } = {
  timed: record({ kind: oneOf(['timed']), winner: oneOf(['wasm', 'webgl']), wasm: time, webgl: time }),
  emulated: record({ kind: oneOf(['emulated']) }),
  'no-webgl': record({ kind: oneOf(['no-webgl']) }),
  'half-precision': record({ kind: oneOf(['half-precision']) }),
};
const reason: Decoder<Reason> = (value) => {
  const { kind } = record({ kind: oneOf(Object.keys(reasons) as Reason['kind'][]) })(value);
  return reasons[kind](value);
};
const choice: Decoder<Choice> = record({ sizeClass: whole(-mostSize, mostSize), winner: oneOf(backends), reason });

/** What an earlier visit stored; anything that does not look like it is dropped. */
export function storedChoices(text: string | null): Choice[] {
  const parsed = parseJson(text ?? '[]', deepest);
  const { value: all = [] } = decode(
    listOf((each) => decode(choice, each).value, 0, mostChoices),
    parsed.fault ? [] : parsed.value,
  );
  return all.filter((each) => each !== undefined);
}
