/** Version of the protocol; every message carries it as `rankUnderNoise`. Answers have that of what was asked. */
export type ProtocolVersion = 1 | 2;

/** A parameter's value: as in a link, or as it is in a state. Two digits and lists are arrays, or text: `'0-1'`, `'data,filters'`. */
export type ParameterValue = number | string | boolean | readonly (number | string)[];
/** By the parameters' names in the link, see PARAMETERS.md. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

export type Panel =
  | 'figures'
  | 'curve'
  | 'data'
  | 'filters'
  | 'training'
  | 'sweep'
  | 'map'
  | 'tiles'
  | 'alignment'
  | 'images'
  | 'runs'
  | 'theory'
  | 'layers'
  | 'depth'
  | 'attention'
  | 'causes'
  | 'labels'
  | 'stairs';
export type SnapshotFormat = 'svg' | 'png';
export type Status = 'loading' | 'training' | 'paused' | 'finished' | 'diverged' | 'failed';

export interface RankMetrics {
  readonly stableRank: number;
  readonly effectiveRank: number;
  readonly numericalRank: number;
  readonly energyRank: number;
  /** Descending. */
  readonly singularValues: readonly number[];
}

/** Training accuracy apart, for images of right and of wrong label; null where there is no such image. */
export interface LabelAccuracies {
  readonly right: number | null;
  readonly wrong: number | null;
}

/** What happened to a run with wrong labels, each the step at which it came, or null where it did not. */
export interface LabelMoments {
  /** Nearly all images of right label are fitted. */
  readonly rightFitted: number | null;
  /** The effective rank of the filters is up by half since. */
  readonly rankUp: number | null;
  /** More images of wrong label are fitted than where fewest were; half of them; all. */
  readonly anyWrong: number | null;
  readonly halfWrong: number | null;
  readonly allWrong: number | null;
  /** The share of what training moved in the signal span has fallen by a tenth from its most. */
  readonly shareDown: number | null;
}

export interface FilterMetrics extends RankMetrics {
  /** Share of the filters' energy in the signal span. */
  readonly signalShare: number | null;
}

/** What is null is not known yet: nothing here ever belongs to other parameters than the state's. */
export interface Metrics {
  readonly loss: number | null;
  readonly trainAccuracy: number | null;
  readonly testAccuracy: number | null;
  /** Mean logistic loss of the test images. */
  readonly testLoss: number | null;
  /** Null where all labels are right, too. */
  readonly byLabel: LabelAccuracies | null;
  readonly filters: FilterMetrics | null;
  readonly data: RankMetrics | null;
  readonly clean: RankMetrics | null;
}

/** A weight matrix of the network. */
export interface MatrixMetrics extends FilterMetrics {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** Of version 2: every weight matrix in place of the filters. */
export interface ListedMetrics extends Omit<Metrics, 'filters'> {
  readonly matrices: readonly MatrixMetrics[] | null;
}

export interface State {
  readonly parameters: Parameters;
  readonly status: Status;
  /** The step that is shown. */
  readonly step: number | null;
  readonly backend: 'webgl' | 'wasm' | 'cpu' | null;
  readonly metrics: Metrics;
  /** Of a whole run with wrong labels; null else. */
  readonly moments: LabelMoments | null;
}

/** Of version 2. */
export interface ListedState extends Omit<State, 'metrics'> {
  readonly metrics: ListedMetrics;
}

/** A key that the figure did not use, or the arrow key that a swipe means. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

export type RequestId = string | number;

/** A file of images and where it lay: folders above it name classes and sets. See IMAGES.md for what is read. */
export interface ImageFile {
  /** With slashes. */
  readonly path: string;
  /** A buffer may be transferred. */
  readonly bytes: ArrayBuffer | Blob;
}

/** Images that a figure has read and holds: `set({ data: 'file', images, classes: ['ship', 'horse'] })` trains on them. */
export interface HeldImages {
  /** Their content hash. */
  readonly images: string;
  readonly classes: readonly string[];
  /** Images of each class, to train with and held out; where files do not tell, all are to train with, and a fifth is held out later. */
  readonly counts: { readonly train: readonly number[]; readonly test: readonly number[] };
  /** As they are kept, in pixels. */
  readonly height: number;
  readonly width: number;
  /** Grey, or red, green and blue. */
  readonly channels: 1 | 3;
}

/** What a host page asks. */
export type Asked =
  | { readonly type: 'get' | 'play' | 'pause' | 'reset' }
  | { readonly type: 'set'; readonly parameters: Parameters }
  | { readonly type: 'step'; readonly count?: number }
  /** A step that is recorded is shown, one still to come is trained to; null goes back to the newest. */
  | { readonly type: 'seek'; readonly step: number | null }
  | { readonly type: 'snapshot'; readonly panel: Panel; readonly format?: SnapshotFormat }
  /** Files of one collection, read as dropped ones are; 200 MB in all. */
  | { readonly type: 'images'; readonly files: readonly ImageFile[] };

/** What the figure says. `content` is an SVG document, or a PNG as a data URL. */
export type Said =
  | { readonly type: 'ready' }
  | ({ readonly type: 'state'; readonly id?: RequestId } & State)
  | { readonly type: 'ack'; readonly id?: RequestId; readonly content?: string; readonly held?: HeldImages }
  | { readonly type: 'error'; readonly id?: RequestId; readonly message: string }
  | ({ readonly type: 'key' } & Key);

/** The same in version 2. */
export type ListedSaid =
  Exclude<Said, { type: 'state' }> | ({ readonly type: 'state'; readonly id?: RequestId } & ListedState);

interface Versioned<Version> {
  readonly rankUnderNoise: Version;
}
/** Into the frame. */
export type InMessage = Asked & Versioned<ProtocolVersion> & { readonly id?: RequestId };
/** Out of the frame. */
export type OutMessage = Said & Versioned<1>;
/** Out of the frame, where version 2 was spoken. */
export type ListedMessage = ListedSaid & Versioned<2>;
