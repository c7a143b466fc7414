/** Characters of a class's name at most. */
const longest = 40;

/**
 * A class's name as links write it: composed (NFC), without signs that stand for something in a link or a path, of 40
 * characters at most; never empty.
 */
function className(given: string): string {
  const clean = given
    .normalize('NFC')
    .replaceAll(/[\p{C},~;:&=#%+?/\\"'<>]+/gu, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [...clean].slice(0, longest).join('').trim() || '-';
}

/** Names of classes, all different: one that is there already gets a number. */
export function classNames(given: readonly string[]): string[] {
  const taken = new Set<string>();
  return given.map((text) => {
    const base = className(text);
    let name = base;
    for (let i = 2; taken.has(name); i++) name = `${[...base].slice(0, longest - 6).join('')}-${i}`;
    taken.add(name);
    return name;
  });
}
