import type { GivenProblem } from './given';
import type { Found, JsonFault, ValueFault } from './values';

/** What goes wrong with files that are opened or saved. */
export type FileProblem =
  | { readonly kind: 'not-opened'; readonly name: string; readonly fault: FileFault }
  /** Of so many run files that came together the one of this name is opened. */
  | { readonly kind: 'one-run-opened'; readonly count: number; readonly name: string }
  /** The run of a file was made again and came to something else. */
  | { readonly kind: 'computed-otherwise'; readonly difference: Difference }
  | { readonly kind: 'no-run' | 'cannot-paint' | 'not-painted' | 'picture-unread' }
  /** Other pixels are handed out than were painted; pictures of pixels, or a letter, that no TeX file holds. */
  | { readonly kind: 'pixels-hidden' | 'pixels-in-latex' }
  | { readonly kind: 'not-in-latex'; readonly letter: string }
  | { readonly kind: 'no-clipboard' | 'clipboard-refused' }
  /** Moving pictures: none can be encoded; what is recorded is hidden; the run is too long for so few seconds; no room for the file. */
  | { readonly kind: 'no-video' | 'tab-hidden' | 'no-room' | 'nothing-moves' }
  | { readonly kind: 'run-too-long'; readonly seconds: number }
  | { readonly kind: 'arrays-too-large'; readonly megabytes: number; readonly most: number }
  | { readonly kind: 'too-many-pixels'; readonly width: number; readonly height: number }
  | { readonly kind: 'unknown-panel'; readonly panel: string; readonly panels: readonly string[] }
  | { readonly kind: 'panel-is-table' | 'panel-absent' | 'panel-empty'; readonly panel: string };

/** Where this device's run and the file's differ, at a step of both: the loss, how many singular values, or one of them. */
export type Difference =
  | { readonly kind: 'loss'; readonly here: number; readonly there: number; readonly step: number }
  | { readonly kind: 'count'; readonly here: number; readonly there: number }
  /** `at` counts from 1. */
  | {
      readonly kind: 'value';
      readonly at: number;
      readonly here: number;
      readonly there: number;
      readonly step: number;
    };

/** Why a run file is refused. */
export type FileFault =
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'unreadable' }
  /** Of own images that travel in it: they cannot be read, or are others than its link names. */
  | { readonly kind: 'images-unreadable' | 'images-other' }
  | JsonFault
  | { readonly kind: 'not-a-run'; readonly format: string }
  | { readonly kind: 'other-version'; readonly found: Found; readonly version: number }
  | { readonly kind: 'link'; readonly field: string; readonly problem: GivenProblem }
  | ValueFault;
