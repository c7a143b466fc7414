/**
 * The language to show: the one asked for, or the first of the browser's that there is a catalogue for.
 * @param wanted a language or `auto`. @param preferred as in `navigator.languages`.
 */
export function chooseLanguage<L extends string>(wanted: L | 'auto', preferred: readonly string[], available: readonly L[], otherwise: L): L {
  if (wanted !== 'auto') return wanted;
  const known = preferred.map((tag) => tag.toLowerCase().split('-')[0]).find((language) => (available as readonly string[]).includes(language!));
  return (known as L | undefined) ?? otherwise;
}
