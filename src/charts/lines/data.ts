import type { TimeData } from '../kit/time';

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
export interface LinesData extends TimeData {
  readonly series: readonly LinesSeries[];
  /** `log` has decades. */
  readonly scale: 'linear' | 'log';
  /** Ends of the y axis, where values beyond them are drawn; by default from 0 (log: from a round number below the least value) to a round number. */
  readonly domain?: readonly [number, number] | undefined;
  /** Moments to name, most important first: vertical lines; a name is dropped where there is no room. */
  readonly events?: readonly { readonly step: number; readonly text: string }[] | undefined;
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
