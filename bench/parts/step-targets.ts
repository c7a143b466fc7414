import { median, ratio } from '../measure';
import { atLeast, formatMs, forScale, type Row } from '../part';
import type { SideBySide } from '../sizes';

export interface SizeTimes {
  readonly size: SideBySide;
  /** By contender, ms per step in each round. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly differences: Readonly<Record<string, number>>;
}

const own = ['wasm', 'wasm-two', 'wasm-plain', 'webgl', 'cpu'];
/** How many times faster the best backend has to be than what one would pick instead. */
const margins = {
  'tfjs-wasm': ['tfjs WASM at its best', 2.5],
  'tfjs-webgl-autodiff': ['tfjs WebGL with autodiff', 35],
  convnetjs: ['ConvNetJS', 35],
} as const;
const fusedMargin: Record<SideBySide, number> = { S: 3, default: 3, M: 1.3 };
/** The same of native dense BLAS on one thread; null where none was promised. */
export const nativeMargin: Record<SideBySide | 'largest', number | null> = {
  S: null,
  default: 1,
  M: 1.5,
  largest: 1.5,
};

/** What was promised of a step, size by size. */
export function stepRows(results: readonly SizeTimes[], same: number): Row[] {
  return [...results.flatMap(rowsOf), sameRow(results, same)];
}

function rowsOf({ size, times }: SizeTimes): Row[] {
  const best = own.filter((id) => times[id]).toSorted((a, b) => median(times[a]!) - median(times[b]!))[0]!;
  const versus = (slow: string, fast: string) =>
    `${formatMs(median(times[fast]!))} against ${formatMs(median(times[slow]!))}`;
  const rows: Row[] = [];
  if (times['numpy']) {
    const times1 = ratio(times['numpy'], times[best]!);
    const what = `${size}: best backend (${best}) against native dense BLAS, one thread, whole step`;
    const margin = nativeMargin[size];
    rows.push(
      margin === null
        ? forScale(what, times1, versus('numpy', best))
        : atLeast(what, times1, margin, versus('numpy', best)),
    );
  }
  if (times['wasm-two'])
    rows.push(
      forScale(
        `${size}: two threads against one`,
        ratio(times['wasm']!, times['wasm-two']),
        versus('wasm', 'wasm-two'),
      ),
    );
  if (times['numpy-products'])
    rows.push(
      forScale(
        `${size}: the same against the two BLAS products alone`,
        ratio(times['numpy-products'], times[best]!),
        versus('numpy-products', best),
      ),
    );
  for (const [id, [name, margin]] of Object.entries(margins)) {
    const what = `${size}: best backend (${best}) against ${name}`;
    rows.push(
      times[id] ? atLeast(what, ratio(times[id], times[best]!), margin, versus(id, best)) : notMeasured(what, margin),
    );
  }
  const what = `${size}: fused WebGL against tfjs WebGL with autodiff, same GL`;
  const fused = times['webgl'],
    autodiff = times['tfjs-webgl-autodiff'];
  rows.push(
    fused && autodiff
      ? atLeast(what, ratio(autodiff, fused), fusedMargin[size], versus('tfjs-webgl-autodiff', 'webgl'))
      : notMeasured(what, fusedMargin[size]),
  );
  return rows;
}

/** A contender that did not run must not read as a promise kept, nor vanish from the table. */
function notMeasured(what: string, margin: number): Row {
  return { what, target: `≥ ${margin}×`, measured: 'did not run', ratio: null, met: false };
}

function sameRow(results: readonly SizeTimes[], same: number): Row {
  const all = results.flatMap(({ size, differences }) =>
    Object.entries(differences).map(([id, difference]) => ({ name: `${id} at ${size}`, difference })),
  );
  const worst = all.toSorted((a, b) => b.difference - a.difference)[0]!;
  return {
    what: 'every contender makes the same computation as the double-precision oracle',
    target: `difference ≤ ${same}`,
    measured: `at most ${worst.difference.toExponential(0)} (${worst.name})`,
    ratio: null,
    met: worst.difference <= same,
  };
}
