import type { HeldImages, ImageFile, Key, Panel, Parameters, SnapshotFormat, State } from './protocol';

export interface EmbedOptions {
  /** Address of the page, absolute or relative to the host page; not needed for an iframe that has one. */
  readonly src?: string;
  /** A link of the page, or what stands after its `#`: `k=3&sigma=0.2`. */
  readonly link?: string;
  /** Over those of the link. */
  readonly parameters?: Parameters;
  /** Names the frame for screen readers. */
  readonly title?: string;
  /** After so many milliseconds a request without an answer fails; 10,000 by default, three times that for snapshots. */
  readonly timeout?: number;
}

/** A figure in a frame. Requests wait for the figure, and fail with its words where it refuses. */
export interface Embed {
  readonly iframe: HTMLIFrameElement;
  /** The first figure is drawn. Fails only after `destroy`. */
  readonly ready: Promise<void>;
  get(): Promise<State>;
  /** All of them or, with an error that names the field, none. */
  set(parameters: Parameters): Promise<void>;
  play(): Promise<void>;
  pause(): Promise<void>;
  /** Makes so many steps, 1 by default, and pauses. Resolves when they are asked for: the state tells when they are made. */
  step(count?: number): Promise<void>;
  reset(): Promise<void>;
  seek(step: number | null): Promise<void>;
  /** An SVG document, or a PNG as a data URL. */
  snapshot(panel: Panel, format?: SnapshotFormat): Promise<string>;
  /**
   * Hands files of images over, which the figure reads as if they had been dropped on it. Buffers are transferred: they are
   * empty afterwards. Waits as long as they take to read.
   */
  images(files: readonly ImageFile[]): Promise<HeldImages>;
  /** @returns a function that stops listening. */
  on(type: 'state', listener: (state: State) => void): () => void;
  on(type: 'key', listener: (key: Key) => void): () => void;
  /** Stops listening, fails what is under way and removes the frame if it was made here. */
  destroy(): void;
}

/** @param place an iframe, or an element that gets one as its last child. @throws Error where no address is known. */
export type CreateEmbed = (place: Element, options?: EmbedOptions) => Embed;

/**
 * `<rank-under-noise>`: attributes are parameters by their names in a link, changed at any time; besides `src`, the page's
 * address (that of the module's folder where none is given), `link`, `label` (its name to screen readers), `poster`, a
 * picture until the figure is drawn, and `start="press"`, which loads it when that is pressed.
 *
 * Events: `ready`; `state` with a `State`, `key` with a `Key`, `error` with a sentence as `detail`. They do not bubble.
 */
export interface RankUnderNoise extends HTMLElement {
  /** Requests to the figure; null before it is loaded. */
  readonly figure: Embed | null;
  /** The latest; null before the first. */
  readonly state: State | null;
  /** Those of the state, or those asked for. What is set goes over the attributes. */
  parameters: Parameters;
}
