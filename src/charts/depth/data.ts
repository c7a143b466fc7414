import type { Described } from '../kit/chart';

/** What a chart of depths draws of each stage: noisy and clean images, now and at initialisation. */
export const depthKeys = ['noisy', 'clean', 'noisyBefore', 'cleanBefore'] as const;
export type DepthKey = (typeof depthKeys)[number];

/** What images have become at one place of the network; ranks that are not known, or of a zero matrix, are not drawn. */
export interface DepthStage extends Readonly<Record<DepthKey, number | null>> {
  /** Unique in the chart: x, h₁ … */
  readonly label: string;
  /** What it is, under its label where there is room. */
  readonly sub: string;
}

/** The rank of what images become on their way through the network, with noise and without. */
export interface DepthData extends Described {
  readonly stages: readonly DepthStage[];
  /** What the lines are called where they end. */
  readonly names: Readonly<Record<DepthKey, string>>;
  /** What the y axis shows. */
  readonly caption: string;
  /** Head of the first column of its table. */
  readonly stage: string;
  /** Whether it is still of another step than the one that is shown: drawn paler. */
  readonly stale: boolean;
}

/** Whether a rank can be drawn on an axis that begins at 1. */
export const drawable = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value) && value > 0;
