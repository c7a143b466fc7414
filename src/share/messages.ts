import type { HeldImages, ImageFile, Panel, ProtocolVersion, RequestId, SnapshotFormat } from '../embed/protocol';

export type { Key, ListedSaid, OutMessage, RankMetrics, Said } from '../embed/protocol';
export type { TakeSnapshot } from './figure-files';

/** Reads files of images and keeps what they hold. Rejects with a ProblemError `images-refused` that names the file. */
export type TakeImages = (files: readonly ImageFile[]) => Promise<HeldImages>;

export const protocolVersions = [1, 2] as const;

/** A message that was found to be one: `set` as text, as in a link, still to be read against the current experiment. */
export type Request = { readonly id?: RequestId; readonly version: ProtocolVersion } & (
  | { readonly type: 'get' | 'play' | 'pause' | 'reset' }
  | { readonly type: 'set'; readonly given: ReadonlyMap<string, string> }
  | { readonly type: 'step'; readonly count: number }
  | { readonly type: 'seek'; readonly step: number | null }
  | { readonly type: 'snapshot'; readonly panel: Panel; readonly format: SnapshotFormat }
  | { readonly type: 'images'; readonly files: readonly ImageFile[] }
);

/** Why a message was refused, in words for whoever sent it. */
export interface Refusal {
  /** In which it was asked; 1 where it was asked in none. */
  readonly version: ProtocolVersion;
  readonly id?: RequestId;
  readonly refused: string;
}
