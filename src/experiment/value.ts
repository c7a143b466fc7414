import { decode, type Decoder } from '../decode/decode';
import { foundIn, mapped, matching, oneOf, refined } from '../decode/values';
import type { GivenProblem } from '../problems/given';
import { brief } from '../problems/values';
import { isLine, readLine, withoutEnd, writeLine } from './lines';
import type { LinesParameter, Parameter } from './parameter';
import type { NumberRange } from './typed';

export type Parsed = { readonly value: unknown; readonly problem?: GivenProblem };

/** A value as it is written in a link: the shortest text that `parseValue` turns back into the same value. */
export function formatValue(parameter: Parameter, value: unknown): string {
  switch (parameter.kind) {
    case 'flag':
      return value ? '1' : '0';
    case 'pair':
      return (value as readonly number[]).join('-');
    case 'list':
      return (value as readonly string[]).join(',');
    case 'classes':
      return (value as readonly string[]).map(escaped).join(',');
    case 'runs':
      return (value as readonly string[]).join(';');
    case 'lines':
      // An underscore at an end is taken for emphasis.
      return (value as readonly string[]).map((line) => escaped(writeLine(line)).replace(/_$/, '%5F')).join(';');
    default:
      return String(value);
  }
}

/** As `encodeURIComponent`, and what ends a sentence as well: mailers leave that out of a link that it ends. */
const escaped = (name: string) =>
  encodeURIComponent(name).replace(/[!'().*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** No value is longer, not even the runs that a message pins. */
const longest = 4000;
const flag = mapped(oneOf(['1', '0']), (text) => text === '1');
const name = matching(/^[a-z0-9-]{0,40}$/, longest);
const pair = mapped(matching(/^([0-9])-(?!\1)[0-9]$/, longest), (text) => [Number(text[0]), Number(text[2])]);
/** A class's name has no sign that stands for something in a link (`images/own/class-names.ts`). */
const className = /^(?! )(?:[^\p{C}\s,~;:&=#%+?/\\"'<>]| ){1,40}(?<! )$/u;
// Number('') is 0 and Number(' 1 ') is 1; a text that says either was damaged. One way to match every digit: with two, a
// long text of digits would take a time that grows with its square.
const numeral = refined(mapped(matching(/^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i, longest), Number), (number) =>
  Number.isFinite(number) ? null : { kind: 'not-finite', found: foundIn(number) },
);

/** Reads one value. Never throws: what cannot be used is replaced by the nearest valid value or the default, and named. */
export function parseValue(parameter: Parameter, text: string): Parsed {
  switch (parameter.kind) {
    case 'number':
      return parseNumber(parameter, text);
    case 'choice': {
      const choices = Object.keys(parameter.values);
      return read(parameter, oneOf(choices), text, (used) => ({
        kind: 'not-one-of',
        given: brief(text),
        choices,
        used,
      }));
    }
    case 'flag':
      return read(parameter, flag, text, (used) => ({ kind: 'not-flag', given: brief(text), used }));
    case 'pair':
      return read(parameter, pair, text, (used) => ({ kind: 'not-pair', given: brief(text), used }));
    case 'name':
      return read(parameter, name, text, (used) => ({ kind: 'not-name', given: brief(text), used }));
    case 'classes':
      return parseClasses(parameter, text);
    case 'list':
      return parseList(parameter.values, text);
    case 'runs':
      return parseRuns(parameter.most, text);
    case 'lines':
      return parseLines(parameter, text);
  }
}

/** The same of a number alone. */
export function parseNumber(range: Omit<NumberRange, 'step'>, text: string): Parsed & { readonly value: number } {
  const { value: given, fault } = decode(numeral, text);
  const { min, max, integer, default: used } = range;
  if (fault) return { value: used, problem: { kind: 'not-number', given: brief(text), used: String(used) } };
  const whole = integer ? Math.round(given) : given;
  const value = Math.min(max, Math.max(min, whole)) + 0; // + 0 turns −0 into 0
  if (value !== whole) return { value, problem: { kind: 'outside', given: brief(text), min, max, used: value } };
  if (whole !== given) return { value, problem: { kind: 'not-whole', given: brief(text), used: value } };
  return { value };
}

/** Two different names, or none. */
function parseClasses(parameter: Parameter, text: string): Parsed {
  if (text === '') return { value: [] };
  const names = text.length > longest ? [] : decoded(text).normalize('NFC').split(/[,~]/);
  const sound = names.length === 2 && names[0] !== names[1] && names.every((name) => className.test(name));
  return sound ? { value: names } : fallback(parameter, (used) => ({ kind: 'not-classes', given: brief(text), used }));
}

/** Names as a link's text has them; one that was decoded before has no sign left to decode. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseList(values: readonly string[], text: string): Parsed {
  const given = text === '' ? [] : text.split(',');
  const unknown = given.filter((word) => !values.includes(word));
  const value = values.filter((word) => given.includes(word));
  if (unknown.length === 0) return { value };
  return {
    value,
    problem: { kind: 'not-among', given: brief(unknown.join(',')), count: unknown.length, choices: values },
  };
}

/** Parts the runs; what each says is read where the whole table is known (`runs.ts`). */
function parseRuns(most: number, text: string): Parsed {
  const given = text.split(';').filter((run) => run !== '');
  if (given.length <= most) return { value: given };
  return { value: given.slice(0, most), problem: { kind: 'too-many-runs', count: given.length, most } };
}

/** A line that is none leaves its place empty, so that the others stay with their runs. */
function parseLines({ most, longest: room }: LinesParameter, text: string): Parsed {
  const given = withoutEnd(decoded(text).split(';').map(readLine));
  const value = withoutEnd(given.slice(0, most).map((line) => (isLine(line, room) ? line : '')));
  const bad = given.find((line) => !isLine(line, room));
  if (bad !== undefined) return { value, problem: { kind: 'not-line', given: brief(bad), most: room } };
  if (given.length > most) return { value, problem: { kind: 'too-many-lines', count: given.length, most } };
  return { value };
}

/** What a text says, or the default where it says nothing of the kind. */
function read(
  parameter: Parameter,
  decoder: Decoder<unknown>,
  text: string,
  problem: (used: string) => GivenProblem,
): Parsed {
  const { value, fault } = decode(decoder, text);
  return fault ? fallback(parameter, problem) : { value };
}

function fallback(parameter: Parameter, problem: (used: string) => GivenProblem): Parsed {
  return { value: parameter.default, problem: problem(formatValue(parameter, parameter.default)) };
}
