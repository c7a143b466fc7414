import type { EmbedOptions } from './types';

/** The frame's address: the page's, with the link's parameters, those given over them, and `embed=1` unless either says otherwise. */
export function frameAddress(
  page: string,
  { link = '', parameters = {} }: Pick<EmbedOptions, 'link' | 'parameters'>,
  base: string,
): URL {
  const address = new URL(page, base);
  const pairs = new URLSearchParams(address.hash.slice(1));
  for (const [key, value] of new URLSearchParams(link.slice(link.indexOf('#') + 1))) pairs.set(key, value);
  for (const [key, value] of Object.entries(parameters)) pairs.set(key, linkText(key, value));
  if (!pairs.has('embed')) pairs.set('embed', '1');
  address.hash = pairs.toString();
  return address;
}

const separators: Readonly<Record<string, string>> = { pair: '-', pins: ';', talk: ';' };
/** Signs that are `~0`, `~1` and `~2` within a line of a talk. */
const signs = '~;%';

function linkText(key: string, value: NonNullable<EmbedOptions['parameters']>[string]): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'object') return String(value);
  const words =
    key === 'talk' ? value.map((line) => String(line).replace(/[~;%]/g, (sign) => `~${signs.indexOf(sign)}`)) : value;
  return words.join(separators[key] ?? ',');
}
