import type { NumberParameter, Parameter } from './parameter';

export type Parsed = { readonly value: unknown; readonly complaint?: string };

/** A value as it is written in a link: the shortest text that `parseValue` turns back into the same value. */
export function formatValue(parameter: Parameter, value: unknown): string {
  switch (parameter.kind) {
    case 'flag': return value ? '1' : '0';
    case 'pair': return (value as readonly number[]).join('-');
    case 'list': return (value as readonly string[]).join(',');
    case 'runs': return (value as readonly string[]).join(';');
    default: return String(value);
  }
}

/** Reads one value. Never throws: what cannot be used is replaced by the nearest valid value or the default, with a complaint. */
export function parseValue(parameter: Parameter, text: string): Parsed {
  switch (parameter.kind) {
    case 'number': return parseNumber(parameter, text);
    case 'choice': return Object.hasOwn(parameter.values, text) ? { value: text }
      : fallback(parameter, `“${brief(text)}” is not one of ${Object.keys(parameter.values).join(', ')}`);
    case 'flag': return text === '1' || text === '0' ? { value: text === '1' } : fallback(parameter, `“${brief(text)}” is neither 1 nor 0`);
    case 'pair': return /^[0-9]-[0-9]$/.test(text) && text[0] !== text[2] ? { value: [Number(text[0]), Number(text[2])] }
      : fallback(parameter, `“${brief(text)}” is not two different digits such as 0-1`);
    case 'name': return /^[a-z0-9-]{0,40}$/.test(text) ? { value: text } : fallback(parameter, `“${brief(text)}” is not a name of lower-case letters, digits and hyphens`);
    case 'list': return parseList(parameter.values, text);
    case 'runs': return parseRuns(parameter.most, text);
  }
}

function parseNumber(parameter: NumberParameter, text: string): Parsed {
  // Number('') is 0 and Number(' 1 ') is 1; a link that says either was damaged.
  const given = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(given)) return fallback(parameter, `“${brief(text)}” is not a number`);
  const { min, max } = parameter;
  const whole = parameter.integer ? Math.round(given) : given;
  const value = Math.min(max, Math.max(min, whole)) + 0; // + 0 turns −0 into 0
  if (value !== whole) return { value, complaint: `${brief(text)} is outside ${min} to ${max}; ${value} is used` };
  if (whole !== given) return { value, complaint: `${brief(text)} is not a whole number; ${value} is used` };
  return { value };
}

function parseList(values: readonly string[], text: string): Parsed {
  const given = text === '' ? [] : text.split(',');
  const unknown = given.filter((word) => !values.includes(word));
  const value = values.filter((word) => given.includes(word));
  if (unknown.length === 0) return { value };
  return { value, complaint: `“${brief(unknown.join(','))}” ${unknown.length > 1 ? 'are' : 'is'} not among ${values.join(', ')}` };
}

/** Parts the runs; what each says is read where the whole table is known (`runs.ts`). */
function parseRuns(most: number, text: string): Parsed {
  const given = text.split(';').filter((run) => run !== '');
  if (given.length <= most) return { value: given };
  return { value: given.slice(0, most), complaint: `${given.length} runs are more than ${most}; the first ${most} are kept` };
}

function fallback(parameter: Parameter, complaint: string): Parsed {
  return { value: parameter.default, complaint: `${complaint}; ${formatValue(parameter, parameter.default) || 'none'} is used` };
}

/** Quoted input, short enough for a notice whatever was pasted. */
function brief(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
