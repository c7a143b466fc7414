import { mean, deviation } from './numbers';
import { halfWayRuns, ratios, settings, type Setting } from './plan';

/** Where a run with noise ended, as far as it is asked for here. */
export interface EndRow {
  readonly link: string;
  readonly seed: number;
  /** In σ*. */
  readonly ratio: number;
  /** Of what training moved, in the signal span; null where it diverged. */
  readonly share: number | null;
  readonly trainAccuracy: number;
  readonly testAccuracy: number;
  readonly filters: Ranks;
  readonly data: Ranks;
  readonly clean: Ranks;
}

interface Ranks {
  readonly stable: number;
  readonly effective: number;
}

export interface HalfWay {
  readonly setting: Setting;
  /** In σ*, by seed: where half of what training moved has left the signal span; null where that is not between the levels. */
  readonly halves: readonly (number | null)[];
  readonly mean: number;
  readonly deviation: number;
  /** Over seeds, at a level of noise in σ*. */
  at(ratio: number): { readonly rows: readonly EndRow[]; of(value: (row: EndRow) => number): number };
}

/** Of every setting with whole seeds in the table. */
export function halfWays(rows: readonly EndRow[]): HalfWay[] {
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const settingOf = halfWayRuns(Math.max(...seeds));
  return settings.map((setting) => {
    const own = rows.filter(({ link }) => settingOf.get(link)?.name === setting.name);
    const bySeed = seeds
      .map((seed) => own.filter((row) => row.seed === seed))
      .filter(({ length }) => length === ratios.length);
    const halves = bySeed.map(halfOf);
    const found = halves.filter((half) => half !== null);
    return {
      setting,
      halves,
      mean: mean(found),
      deviation: deviation(found),
      at(ratio) {
        const there = bySeed.flat().filter((row) => Math.abs(row.ratio - ratio) < 1e-3);
        return { rows: there, of: (value) => mean(there.map(value)) };
      },
    };
  });
}

/** On a straight line between two levels, the first at which the share is below one half and the one before. */
function halfOf(points: readonly EndRow[]): number | null {
  const sorted = points.toSorted((a, b) => a.ratio - b.ratio);
  const past = sorted.findIndex(({ share }) => share !== null && share < 0.5);
  const [a, b] = [sorted[past - 1], sorted[past]];
  if (!a || !b || a.share === null || b.share === null) return null;
  return a.ratio + ((a.share - 0.5) / (a.share - b.share)) * (b.ratio - a.ratio);
}
