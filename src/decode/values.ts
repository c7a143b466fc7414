import { brief, type Fault, type Found } from '../problems/values';
import { refuse, within, type Decoder } from './decode';

/** A finite number from `least` to `most`. */
export function finite(least = 0, most = Number.MAX_VALUE): Decoder<number> {
  const limit = most === Number.MAX_VALUE ? null : most;
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) refuse({ kind: 'not-finite', found: foundIn(value) });
    if (value < least || value > most) refuse({ kind: 'outside', found: foundIn(value), least, most: limit });
    return value;
  };
}

export function whole(least: number, most: number): Decoder<number> {
  return refined(finite(least, most), (value) =>
    Number.isInteger(value) ? null : { kind: 'not-whole', found: foundIn(value) },
  );
}

export function text(longest: number): Decoder<string> {
  return (value) => {
    if (typeof value !== 'string') refuse({ kind: 'not-text', found: foundIn(value) });
    if (value.length > longest) refuse({ kind: 'too-long', most: longest });
    return value;
  };
}

/** A text that a pattern takes whole; patterns of what has no limit here must not try a character twice. */
export function matching(pattern: RegExp, longest: number): Decoder<string> {
  return refined(text(longest), (written) =>
    pattern.test(written) ? null : { kind: 'not-text', found: foundIn(written) },
  );
}

export const flag: Decoder<boolean> = (value) =>
  typeof value === 'boolean' ? value : refuse({ kind: 'not-flag', found: foundIn(value) });

/** One of these words. */
export function oneOf<const T extends string>(choices: readonly T[]): Decoder<T> {
  return (value) =>
    choices.find((word) => word === value) ?? refuse({ kind: 'not-one-of', found: foundIn(value), choices });
}

/** Null, where it was not measured, say. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value) => (value === null ? null : decoder(value));
}

/** What stands for a value that is left out. */
export function optional<T>(decoder: Decoder<T>, otherwise: T): Decoder<T> {
  return (value) => (value === undefined ? otherwise : decoder(value));
}

/** What is read, made into something else. */
export function mapped<T, U>(decoder: Decoder<T>, into: (value: T) => U): Decoder<U> {
  return (value) => into(decoder(value));
}

/** What the decoder reads, if there is nothing else against it; `at` is the part that is wrong where it is not the whole. */
export function refined<T>(
  decoder: Decoder<T>,
  against: (value: T) => (Fault & { readonly at?: string }) | null,
): Decoder<T> {
  return (value) => {
    const read = decoder(value);
    const found = against(read);
    if (!found) return read;
    const { at = '', ...fault } = found;
    return within(at, () => refuse(fault));
  };
}

/** What was found, short enough for a notice whatever it was. */
export function foundIn(value: unknown): Found {
  if (value === undefined) return { kind: 'nothing' };
  if (Array.isArray(value)) return { kind: 'list' };
  if (typeof value === 'object' && value !== null) return { kind: 'object' };
  return { kind: typeof value === 'string' ? 'text' : 'value', written: brief(String(value)) };
}
