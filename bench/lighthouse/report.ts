/** What is read of Lighthouse's result; scores are shares of 1, null where an audit does not apply. */
export interface Result {
  readonly lighthouseVersion: string;
  readonly environment: { readonly benchmarkIndex: number };
  readonly runtimeError?: { readonly message: string };
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { readonly id: string }[] }>
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly title: string;
        readonly displayValue?: string;
        readonly numericValue?: number;
      }
    >
  >;
}

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Every category has to reach this. */
export const target = 95;

const metrics = {
  LCP: 'largest-contentful-paint',
  CLS: 'cumulative-layout-shift',
  TBT: 'total-blocking-time',
} as const;

export const head = ['preset', ...categories, ...Object.keys(metrics), 'processor'] as const;

// Rounded down: a target that is missed by a hair must not look met.
const points = (score: number | null | undefined) => (score == null ? null : Math.floor(100 * score + 1e-9));

/** A row of the table. */
export function row(preset: string, { categories: found, audits, environment }: Result): string[] {
  return [
    preset,
    ...categories.map((name) => String(points(found[name]?.score) ?? '–')),
    ...Object.values(metrics).map((id) => audits[id]?.displayValue ?? '–'),
    environment.benchmarkIndex.toFixed(0),
  ];
}

/** Categories below the target, or without a score. */
export function missed({ categories: found }: Result): string[] {
  return categories.filter((name) => (points(found[name]?.score) ?? 0) < target);
}

/** Every audit that could be better, with its category. */
export function imperfect({ categories: found, audits }: Result): string[][] {
  return categories.flatMap((name) =>
    (found[name]?.auditRefs ?? []).flatMap(({ id }) => {
      const { score = null, title = id, displayValue = '' } = audits[id] ?? {};
      return score === null || score >= 1 ? [] : [[name, id, score.toFixed(2), displayValue, title]];
    }),
  );
}

/** Of several runs the one in the middle, by performance: all else hardly varies. */
export function middle(results: readonly Result[]): Result {
  const sorted = results.toSorted(
    (a, b) => (a.categories['performance']?.score ?? 0) - (b.categories['performance']?.score ?? 0),
  );
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}
