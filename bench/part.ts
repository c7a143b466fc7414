import type { Browser, Page } from '@playwright/test';

/** One promise beside what was measured. */
export interface Row {
  readonly what: string;
  /** In words; null where nothing was promised and the figure stands for scale. */
  readonly target: string | null;
  readonly measured: string;
  /** How many times better or worse, where the promise is a ratio. */
  readonly ratio: number | null;
  readonly met: boolean | null;
}

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface PartResult {
  readonly rows: readonly Row[];
  readonly tables: readonly Table[];
  /** What the reader must know to judge the figures. */
  readonly notes: readonly string[];
  /** All figures, for the JSON file. */
  readonly data: unknown;
}

export interface Budget {
  readonly files: readonly { readonly name: string; readonly gzip: number; readonly tfjs: boolean }[];
  readonly total: number;
  readonly budget: number;
}

/** What a part may use; servers and pages start when first asked for. */
export interface Bench {
  /** With software WebGL where there is no GPU: the bench page's. */
  readonly browser: Browser;
  /** As browsers run by default: the built page's. */
  plainBrowser(): Promise<Browser>;
  /** The bench page. */
  page(): Promise<Page>;
  /** Address of the built page. */
  site(): Promise<string>;
  /** Sizes of the built page's scripts. */
  budget(): Budget;
  /** Rounds of interleaved timing, and how long, in ms, one timing should take. */
  readonly rounds: number;
  readonly block: number;
  readonly quick: boolean;
  say(text: string): void;
}

export interface Part {
  readonly title: string;
  run(bench: Bench): Promise<PartResult>;
}

export function formatMs(ms: number): string {
  return `${ms < 0.995 ? ms.toFixed(2) : ms < 9.95 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
}

/** A row for "at most so many milliseconds". */
export function atMost(what: string, ms: number, target: number): Row {
  return { what, target: `≤ ${formatMs(target)}`, measured: formatMs(ms), ratio: null, met: ms <= target };
}

/** A row for "so many times faster". */
export function atLeast(what: string, times: number, target: number, measured: string): Row {
  return { what, target: `≥ ${target}×`, measured, ratio: times, met: times >= target };
}

/** What has no target: a ratio, for scale. */
export function forScale(what: string, times: number, measured: string): Row {
  return { what, target: null, measured, ratio: times, met: null };
}
