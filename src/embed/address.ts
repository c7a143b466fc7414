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

const separators: Readonly<Record<string, string>> = { pair: '-', pins: ';' };

function linkText(key: string, value: NonNullable<EmbedOptions['parameters']>[string]): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? value.join(separators[key] ?? ',') : String(value);
}
