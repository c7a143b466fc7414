import { useState, type KeyboardEvent } from 'react';

export interface GridPoint {
  /** What is measured there and what pressing it does, in words. */
  readonly label: string;
  onOpen(): void;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/**
 * The points of a chart as buttons, for keys and screen readers: seen only through the chart, which marks the one that
 * has the focus. One stop of the Tab key; arrows move between points, Enter opens one.
 * @param rows in the order of reading; null where nothing is measured yet. @param upward whether the first row is the lowest, as along an axis.
 */
export function PointGrid({
  label,
  rows,
  upward = false,
  onFocus,
}: {
  label: string;
  upward?: boolean;
  rows: readonly (readonly (GridPoint | null)[])[];
  onFocus(at: { row: number; column: number } | null): void;
}) {
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const all = rows.flatMap((row, r) => row.flatMap((point, c) => (point ? [[r, c] as const] : [])));
  const [row, column] = all.find(([r, c]) => r === at[0] && c === at[1]) ?? all[0] ?? [0, 0];
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const [dr, dc] = moves[event.key] ?? [0, 0];
    const step = dr || dc ? ([upward ? -dr : dr, dc] as const) : undefined;
    const target = step
      ? nextPoint(rows, [row, column], step)
      : event.key === 'Home'
        ? all[0]
        : event.key === 'End'
          ? all.at(-1)
          : undefined;
    if (!target) return;
    event.preventDefault();
    setAt(target);
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-at="${target.join()}"]`)?.focus();
  };
  if (all.length === 0) return null;
  return (
    <div className="visually-hidden point-grid" role="group" aria-label={label}>
      {all.map(([r, c]) => {
        const point = rows[r]![c]!;
        return (
          <button
            key={`${r},${c}`}
            type="button"
            data-at={`${r},${c}`}
            tabIndex={r === row && c === column ? 0 : -1}
            onClick={() => point.onOpen()}
            onKeyDown={move}
            onBlur={() => onFocus(null)}
            onFocus={() => {
              setAt([r, c]);
              onFocus({ row: r, column: c });
            }}
          >
            {point.label}
          </button>
        );
      })}
    </div>
  );
}

/** The next measured point in a direction, skipping those that are still to come. */
function nextPoint(
  rows: readonly (readonly (GridPoint | null)[])[],
  [row, column]: readonly [number, number],
  [dr, dc]: readonly [number, number],
): readonly [number, number] | undefined {
  for (let r = row + dr, c = column + dc; rows[r]?.[c] !== undefined; r += dr, c += dc) if (rows[r]![c]) return [r, c];
  return undefined;
}
