import type { TimeData } from '../kit/time';

/** A rank of the filters at one training step. */
interface CurvePoint {
  readonly step: number;
  readonly value: number;
}

/** A rank that training does not change, drawn as a horizontal line. */
export interface CurveReference {
  readonly role: 'data' | 'clean';
  readonly value: number;
  readonly label: string;
}

/** What a curve chart shows: a rank of the filters against the training step, beside that of the data. */
export interface CurveData extends TimeData {
  /** By rising step. Values that are not finite, or not above zero on the log scale, are skipped. */
  readonly history: readonly CurvePoint[];
  /** Names the filters' line at its end. */
  readonly label: string;
  readonly references: readonly CurveReference[];
  /** `log` is base two and begins at 1, the least rank of a matrix that is not zero. */
  readonly scale: 'log' | 'linear';
  /** Moments to name on the filters' line, most important first; dropped where there is no room or no line yet. */
  readonly events?: readonly { readonly step: number; readonly text: string }[] | undefined;
  /** The same rank of pinned runs, each with a letter: thin lines in ink. */
  readonly ghosts?: readonly { readonly label: string; readonly points: readonly CurvePoint[] }[] | undefined;
}

/** The points that can be drawn. */
export function drawablePoints({ history, scale }: Pick<CurveData, 'history' | 'scale'>): CurvePoint[] {
  return history.filter(
    ({ step, value }) => Number.isFinite(step) && Number.isFinite(value) && (scale === 'linear' || value > 0),
  );
}

/** As `drawablePoints`, for the horizontal lines. */
export function drawableReferences({ references, scale }: Pick<CurveData, 'references' | 'scale'>): CurveReference[] {
  return references.filter(({ value }) => Number.isFinite(value) && (scale === 'linear' || value > 0));
}

/** As `drawablePoints`, for the pinned runs; a longer run is cut where this one ends. */
export function drawableGhosts({
  ghosts = [],
  steps,
  scale,
}: Pick<CurveData, 'ghosts' | 'steps' | 'scale'>): { label: string; points: CurvePoint[] }[] {
  return ghosts.map(({ label, points }) => ({
    label,
    points: drawablePoints({ history: points, scale }).filter(({ step }) => step <= steps),
  }));
}
