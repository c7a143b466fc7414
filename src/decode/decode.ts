import type { Fault, ValueFault } from '../problems/values';

/** Reads a value that came from outside, and hands it back as what it was found to be. Run through `decode` alone. */
export type Decoder<T> = (value: unknown) => T;

/** A value, or what is wrong with it and where. */
export type Decoded<T> =
  { readonly value: T; readonly fault?: undefined } | { readonly value?: undefined; readonly fault: ValueFault };

/** Carries a fault out of a decoder; those around it say where it was on the way. */
class Refused extends Error {
  override name = 'Refused';
  field = '';

  constructor(readonly fault: Fault) {
    super(fault.kind);
  }
}

/** For decoders: ends reading with what is wrong. */
export function refuse(fault: Fault): never {
  throw new Refused(fault);
}

/** For decoders: reads what stands in a part, so that its faults name the part: a key, or a place such as `[3]`. */
export function within<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused)
      error.field = error.field === '' || error.field.startsWith('[') ? part + error.field : `${part}.${error.field}`;
    throw error;
  }
}

/**
 * Reads one value from outside. Throws nothing but what a getter or proxy within it throws; JSON has neither.
 * @param field the value's own name, where it has one.
 */
export function decode<T>(decoder: Decoder<T>, value: unknown, field = ''): Decoded<T> {
  try {
    return { value: field === '' ? decoder(value) : within(field, () => decoder(value)) };
  } catch (error) {
    if (error instanceof Refused) return { fault: { ...error.fault, field: error.field } };
    throw error;
  }
}
