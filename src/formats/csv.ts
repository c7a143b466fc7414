/** A cell of a table; what is null or no finite number stays empty. */
export type Cell = string | number | boolean | null;

/** Comma-separated values as RFC 4180 has them: CRLF after every row, quotes where a cell needs them. */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
