import type { Experiment } from './parameters';

/** Within a line of a link these are `~0`, `~1` and `~2`, as in JSON Pointer (RFC 6901): `;` parts lines, `%` is the link's. */
const signs = ['~', ';', '%'] as const;

export const writeLine = (line: string) =>
  line.replace(/[~;%]/g, (sign) => `~${(signs as readonly string[]).indexOf(sign)}`);
export const readLine = (text: string) => text.replace(/~([012])/g, (_, at) => signs[Number(at)]!).trim();

/** Control characters, halves of characters, and what parts lines and paragraphs. */
const unsound = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
export const isLine = (line: string, longest: number) => line.length <= longest && !unsound.test(line);

/** What somebody writes into a field, as a line: one line, and no more than there is room for. */
export const asLine = (text: string, longest: number) =>
  text.trim().slice(0, longest).replaceAll(new RegExp(unsound, 'gu'), ' ').trim();

/** Runs without a line at the end say nothing. */
export const withoutEnd = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);

/** Lines of which one is another. */
export const withLine = (lines: readonly string[], at: number, line: string): readonly string[] =>
  withoutEnd(Array.from({ length: Math.max(lines.length, at + 1) }, (_, i) => (i === at ? line : (lines[i] ?? ''))));

/** The lines of other pinned runs than before: each stays with its run. */
export const linesOf = (
  { pins, talk }: Pick<Experiment, 'pins' | 'talk'>,
  runs: readonly string[],
): readonly string[] => withoutEnd(runs.map((run) => talk[pins.indexOf(run)] ?? ''));
