/** An effective rank at a recorded step, as it stands in sentences. */
export interface RankAtStep {
  readonly step: number;
  readonly rank: string;
}

/** What a run under wrong labels did; null where a moment did not come. Shares are of images. */
export interface LabelFacts {
  readonly steps: number;
  readonly says: 'first' | 'before half' | 'late' | 'blind' | 'grown' | 'nothing';
  readonly fitted: RankAtStep | null;
  readonly least: RankAtStep | null;
  readonly grown: RankAtStep | null;
  readonly half: RankAtStep | null;
  /** Where the signal share has fallen by a tenth. */
  readonly left: RankAtStep | null;
  /** At the end. */
  readonly end: { readonly rank: string; readonly right: number; readonly wrong: number };
}

/** What stopping at a moment is worth: at that step and at the end, test accuracies and the part of the wrong labels that is fitted. */
export interface StopFacts {
  readonly by: 'rank' | 'test';
  readonly step: number;
  readonly steps: number;
  readonly test: readonly [there: number, end: number] | null;
  readonly wrong: readonly [there: number, end: number];
}

/** How a network has memorised wrong labels. */
export interface ContrastFacts {
  readonly says: LabelFacts['says'];
  /** Effective rank where it is least, once right labels are fitted, and at the end. */
  readonly from: string;
  readonly to: string;
  /** The step at which half of the wrong labels are fitted; null where they are not. */
  readonly half: number | null;
}

/** Singular values that have risen, by the pattern that each belongs to. */
export interface StairsFacts {
  /** Names in the order in which they rose, with the step at which each did. */
  readonly risen: readonly { readonly name: string; readonly step: number }[];
  readonly of: number;
  readonly steps: number;
  /** Whether the patterns are of unequal norms; and none has risen before a stronger one. */
  readonly uneven: boolean;
  readonly strongestFirst: boolean;
}

/** Coloured noise: two notions of rank of the data, without noise and with it. */
export interface ColourFacts {
  readonly colour: number;
  readonly sigma: number;
  readonly stable: readonly [clean: number, noisy: number];
  readonly effective: readonly [clean: number, noisy: number];
  /** Stable rank of the filters at the end of the run; null before. */
  readonly filters: number | null;
}
