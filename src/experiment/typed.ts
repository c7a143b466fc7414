import type { NumberParameter } from './parameter';

/** What a field of numbers takes. */
export type NumberRange = Pick<NumberParameter, 'min' | 'max' | 'step' | 'integer' | 'stops' | 'default'>;

/** Zeros of the digits that people type in: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10];
/** No number that somebody types is longer. */
const longest = 100;
const spaces = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000'’_\u066c]/g;
const grouped = /^([-+]?)(\d{1,3}(?:([\s\u00a0\u2000-\u200a\u202f\u205f\u3000'’_\u066c])\d{3})+)(?=$|[.,e])/i;

/**
 * A number as people write it, as `parseValue` reads it: with a decimal comma, thousands grouped by spaces, commas, points or
 * apostrophes, with the minus of typography, in digits of another script. A comma or point before exactly three digits groups
 * where whole numbers are asked for and is a decimal one elsewhere; where both occur the last is. A text that is no number
 * comes back as it is.
 */
export function asNumeral(text: string, { integer }: Pick<NumberRange, 'integer'>): string {
  if (text.length > longest) return text;
  const plain = text
    .trim()
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/[−‒–﹣－]/g, '-')
    .replace(/[＋]/g, '+')
    .replace(/[，、٫]/g, ',')
    .replace(/[．。]/g, '.')
    .replace(grouped, (_, sign: string, digits: string) => sign + digits.replace(spaces, ''));
  const numeral = withoutGroups(plain, integer);
  return /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(numeral) ? numeral : text;
}

function withoutGroups(text: string, integer: boolean): string {
  const points = text.split('.').length - 1,
    commas = text.split(',').length - 1;
  if (points > 0 && commas > 0) {
    const [group, decimal] = text.lastIndexOf('.') > text.lastIndexOf(',') ? [',', '.'] : ['.', ','];
    const [whole, ...rest] = text.split(decimal);
    return areGroups(whole!, group) ? [whole!.replaceAll(group, ''), ...rest].join('.') : text;
  }
  const sign = commas > 0 ? ',' : '.';
  const many = commas + points;
  if ((many > 1 || (many === 1 && integer)) && areGroups(text, sign)) return text.replaceAll(sign, '');
  return commas === 1 ? text.replace(',', '.') : text;
}

/** Whether three digits follow each sign, and no zero leads. */
const areGroups = (text: string, sign: string) =>
  /^[-+]?[1-9]\d{0,2}(\D\d{3})+$/.test(text) && text.replace(/[-+\d]/g, '').replaceAll(sign, '') === '';

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** Ranges of more than this many times their least value are walked through in steps of 1, 2, 5, 10, …. */
const wide = 1e4;

/**
 * The value so many of the arrow keys' steps further, within the range: the next stop where there are stops; 1, 2, 5, 10, …
 * where the range is wide, as a step of one size would be nothing at its one end and all at the other; else the step of the table.
 */
export function stepped(range: NumberRange, value: number, by: number): number {
  const { min, max, step, stops } = range;
  const next = (from: number, up: boolean): number => {
    if (stops) return (up ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from)) ?? from;
    return min > 0 && max / min >= wide ? roundBeside(from, up) : gridBeside(from, step, up);
  };
  let now = value;
  for (let i = 0; i < Math.abs(by); i++) now = nearest(range, next(now, by > 0));
  return now;
}

/** The nearest value that the range has. */
export function nearest({ min, max, integer }: NumberRange, value: number): number {
  return Math.min(max, Math.max(min, integer ? Math.round(value) : value));
}

/** The next of 1, 2 and 5 times a power of ten. */
function roundBeside(from: number, up: boolean): number {
  const power = Math.floor(Math.log10(from));
  const candidates = [power - 1, power, power + 1].flatMap((exponent) =>
    // As text, so that 2e-5 is the number that is written so.
    [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)),
  );
  return (up ? candidates.find((each) => each > from) : candidates.findLast((each) => each < from)) ?? from;
}

/** The next multiple of the step, without the noise of its product. */
function gridBeside(from: number, step: number, up: boolean): number {
  const at = Number((from / step).toPrecision(12));
  return Number(((up ? Math.floor(at) + 1 : Math.ceil(at) - 1) * step).toPrecision(12));
}
