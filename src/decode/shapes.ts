import { refuse, within, type Decoder } from './decode';
import { isPlain } from './plain';
import { foundIn } from './values';

/** A list of `fewest` to `most` entries. There is no list without a limit. */
export function listOf<T>(item: Decoder<T>, fewest: number, most: number): Decoder<T[]> {
  return (value) => {
    if (!Array.isArray(value)) refuse({ kind: 'not-list', found: foundIn(value) });
    if (value.length < fewest || value.length > most) refuse({ kind: 'entries', count: value.length, fewest, most });
    // By index: a hole is no entry, and `map` would pass over it.
    return Array.from({ length: value.length }, (_, i) => within(`[${i}]`, () => item(value[i])));
  };
}

type Fields = Readonly<Record<string, Decoder<unknown>>>;
type RecordOf<F extends Fields> = { readonly [K in keyof F]: ReturnType<F[K]> };

/**
 * An object with these fields, each its own; what else it holds is left behind. Optional ones it may lack.
 * @param absent what is said where there is no object at all.
 */
export function record<F extends Fields>(
  fields: F,
  absent: 'missing' | 'not-a-step' = 'missing',
): Decoder<RecordOf<F>> {
  const entries = Object.entries(fields);
  return (value) => {
    if (!isPlain(value)) refuse({ kind: absent });
    const read = entries.map(
      ([key, field]) => [key, within(key, () => field(Object.hasOwn(value, key) ? value[key] : undefined))] as const,
    );
    return Object.fromEntries(read.filter(([, found]) => found !== undefined)) as RecordOf<F>;
  };
}
