import type { Measured, Usage } from './measure';

/**
 * How much the middle of the second half may lie above that of the first. Caches that fill up once account for megabytes
 * (digits, compiled programs, a clean spectrum) and do so in the first minutes; a leak passes any of these within some.
 */
export const tolerances: Usage = { pageMb: 2, workersMb: 3, workers: 0, nodes: 200, listeners: 20, requests: 2 };

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
};

/** What grew from the first half of the rows to the second, in words. The first row, of a page that was just opened, counts for workers alone. */
export function grown(rows: readonly Measured[]): string[] {
  const later = rows.slice(1),
    half = Math.floor(later.length / 2);
  const failures = (Object.keys(tolerances) as (keyof Usage)[]).flatMap((key) => {
    const [first, second] = [later.slice(0, half), later.slice(-half)].map((part) =>
      middle(part.map((row) => row[key])),
    );
    return half > 0 && second! - first! > tolerances[key]
      ? [`${key} grew from ${first!.toFixed(1)} to ${second!.toFixed(1)}, by more than ${tolerances[key]}`]
      : [];
  });
  const found = [...new Set(rows.map(({ scripts }) => scripts))];
  if (found.length > 1) failures.push(`the workers at rest are not the same each time: ${found.join(' | ')}`);
  return failures;
}
