import type { Described } from '../kit/chart';

/** What was measured at one level of background noise. Null: not measured yet. */
export interface ClaimPoint {
  /** Background noise σ. */
  readonly x: number;
  readonly data: number | null;
  /** Null too where the run diverged. */
  readonly filters: number | null;
  /** Share of the filters' energy in the signal span, 0…1; null where none is known. */
  readonly share: number | null;
  /** Ends of the bands over several seeds. */
  readonly dataLow?: number | undefined;
  readonly dataHigh?: number | undefined;
  readonly filtersLow?: number | undefined;
  readonly filtersHigh?: number | undefined;
  /** Between two levels: bands go past it. */
  readonly between?: boolean | undefined;
  /** The run diverged. */
  readonly lost?: boolean | undefined;
  /** A run that the visitor made: a ring around its marks. */
  readonly own?: boolean | undefined;
}

export type ClaimRole = 'data' | 'filters';
export type ClaimName = ClaimRole | 'clean' | 'predicted';

/** What stays where it is while the noise moves: the same object as long as nothing of it has changed. */
export interface ClaimCurve {
  /** Right end of the x axis, which begins at 0. */
  readonly xMax: number;
  /** By rising x, as all points here. */
  readonly points: readonly ClaimPoint[];
  /** Of the experiment before, paler. */
  readonly ghosts: readonly ClaimPoint[];
  /** The theory's curve for the noisy data. */
  readonly predicted: readonly { readonly x: number; readonly y: number }[] | null;
  /** How much of the curve is measured, 0…1: the prediction fades with it. */
  readonly progress: number;
  /** Rank of the clean data: a dotted horizontal line. */
  readonly clean: number | null;
  /** Where more than half of the filters' energy is noise, as measured. */
  readonly noisy: readonly (readonly [from: number, to: number])[];
  /** Measured noise at which half of the energy is noise. */
  readonly half: number | null;
  /** What is said of the noisy region: the first that has room is written into it. */
  readonly told: readonly string[];
  /** Critical noise: a tick on the axis, with the first of these names that has room. */
  readonly critical: { readonly x: number; readonly labels: readonly string[] } | null;
  /** What the x axis shows, the longest first. */
  readonly xLabels: readonly string[];
  /** What the y axis shows, the longest first. */
  readonly captions: readonly string[];
  readonly names: Readonly<Record<ClaimName, string>>;
  /** Of a run that diverged. */
  readonly lost: string;
}

/** The noise under the handle, with what is known there. */
export interface ClaimHandle {
  readonly x: number;
  /** The noise as it stands under the handle. */
  readonly label: string;
  readonly data: number | null;
  readonly filters: number | null;
  readonly share: number | null;
  /** Both values as they are written. */
  readonly texts: Readonly<Record<ClaimRole, string>>;
}

/** Rank against background noise: the claim as one picture, whose x axis is the noise slider. */
export interface ClaimData extends Described {
  readonly curve: ClaimCurve;
  readonly handle: ClaimHandle | null;
  /** Index of a point to be marked: what the keys are at. */
  readonly highlight?: number | null;
}

export const drawable = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

/** Whether a noise lies on the axis. */
export const onAxis = (x: number, { xMax }: Pick<ClaimCurve, 'xMax'>) => x >= 0 && x <= xMax;

/** Below this share of the filters' energy noise leads: where half of it is. */
export const HALF = 0.5;
/** Whether noise leads in the filters. */
export const noiseLeads = (share: number | null) => share !== null && share < HALF;
