import type { Margins } from '../kit/time-frame';

export type LinesRole = 'filters' | 'data' | 'clean' | 'ink' | 'muted';

/** One quantity against the training step. */
export interface LinesSeries {
  /** Unique in the chart. */
  readonly key: string;
  /** Stands at the end of the line if it is emphasised. */
  readonly label: string;
  readonly role: LinesRole;
  readonly dash?: 'solid' | 'dashed' | 'dotted' | undefined;
  /** Emphasised lines are strong, named, and have their value at the cursor; the others are thin and lie behind. */
  readonly emphasis: boolean;
  /** By rising step. Values that are not finite, or not above zero on the log scale, are skipped. */
  readonly points: readonly { readonly step: number; readonly value: number }[];
}

/** What a lines chart shows: several quantities against the training step, with one cursor. */
export interface LinesData {
  readonly series: readonly LinesSeries[];
  /** Length of the run: the right end of the x axis. */
  readonly steps: number;
  /** Stands under the left end of the x axis and names its unit: "step 0". */
  readonly origin: string;
  /** The step shown elsewhere on the page: a vertical line. */
  readonly cursor?: number | undefined;
  /** Whether a control lies over the x axis; the cursor then has a handle there. */
  readonly seekable?: boolean | undefined;
  /** `log` has decades. */
  readonly scale: 'linear' | 'log';
  /** Ends of the y axis, where values beyond them are drawn; by default from 0 (log: from a round number below the least value) to a round number. */
  readonly domain?: readonly [number, number] | undefined;
  /** What the y axis shows. */
  readonly caption: string;
  /** Moments to name, most important first: vertical lines; a name is dropped where there is no room. */
  readonly events?: readonly { readonly step: number; readonly text: string }[] | undefined;
  /** Margins to keep at least, so that charts under one another share their x positions. */
  readonly align?: Margins | undefined;
  /** Accessible name, and a sentence that says what can be seen. */
  readonly name: string;
  readonly description: string;
}

/** The points of a series that can be drawn. */
export function drawableLine(
  { points }: LinesSeries,
  { scale, steps }: Pick<LinesData, 'scale' | 'steps'>,
): LinesSeries['points'] {
  return points.filter(
    ({ step, value }) => step >= 0 && step <= steps && Number.isFinite(value) && (scale === 'linear' || value > 0),
  );
}
