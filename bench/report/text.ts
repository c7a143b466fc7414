import type { PartResult, Row } from '../part';

const met = ({ met: value }: Row) => (value === null ? '–' : value ? 'yes' : 'NO');
// Rounded down: a promise that is missed by a hair must not look kept.
const times = ({ ratio }: Row) =>
  ratio === null ? '–' : ratio < 10 ? `${(Math.floor(ratio * 100) / 100).toFixed(2)}×` : `${Math.floor(ratio)}×`;
export const targetHead = ['what', 'target', 'measured', 'ratio', 'met?'] as const;

export function cells(row: Row): string[] {
  return [row.what, row.target ?? '–', row.measured, times(row), met(row)];
}

/** A table with columns as wide as they need to be. */
export function align(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** One part's result for a terminal. */
export function asText({ rows, tables, notes }: PartResult): string {
  return [
    ...tables.map(({ title, head, rows: body }) => `${title}\n${align(head, body)}`),
    align(targetHead, rows.map(cells)),
    notes.join('\n'),
  ].join('\n\n');
}
