/**
 * Digits named by `--mnist 0-1` among a script's arguments; none without it.
 * @throws Error in words where it names no digits.
 */
export function digitsAsked(args: readonly string[]): readonly number[] {
  const at = args.findIndex((argument) => argument === '--mnist' || argument.startsWith('--mnist='));
  if (at === -1) {
    if (args.length > 0) throw new Error(`${args[0]} is not understood: only --mnist is, for instance --mnist 0-1.`);
    return [];
  }
  const argument = args[at]!;
  const value = argument.includes('=') ? argument.slice('--mnist='.length) : (args[at + 1] ?? '');
  if (!/^\d(?:-\d)*$/.test(value))
    throw new Error(`--mnist takes digits joined by hyphens, for instance --mnist 0-1, not ${JSON.stringify(value)}.`);
  return [...new Set([...value.replaceAll('-', '')].map(Number))];
}
