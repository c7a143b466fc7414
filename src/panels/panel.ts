import type { ComponentType } from 'react';
import type { PanelName, Science } from '../experiment/parameters';
import type { AppState } from '../store/state';

/** Parts of the story that panels may stand below (src/page/explained.tsx): the prose over a panel is its title and says what it shows. */
export type StoryPart =
  | 'rank'
  | 'limit'
  | 'noise'
  | 'network'
  | 'winner'
  | 'race'
  | 'open'
  | 'causes'
  | 'edges'
  | 'digits'
  | 'compare'
  | 'paper';

/** All that the page, its frames, files and documents have to know of a panel. */
export interface Panel {
  /** What is in it, drawn while it is `visible`. */
  readonly Body: ComponentType<{ readonly visible: boolean }>;
  /** Where it stands on the page: on the first screen, where it has a title of its own, below the part of the story that leads to it, or in frames alone. */
  readonly below: 'first screen' | 'frames' | StoryPart;
  /** The figure that it gives as a file: what is drawn in it, its three ranks, or none where it is a table. */
  readonly saves: 'drawing' | 'ranks' | 'nothing';
  readonly room: FrameRoom;
  /** Whether the page has it for an experiment; a frame that asks for it is told. Everywhere where nothing is said. */
  readonly offered?: (experiment: Science) => boolean;
  /** It stands behind one line on the page, until somebody opens it: whether what is asked for elsewhere opens it too. At once where nothing is said. */
  readonly folded?: (state: AppState) => boolean;
}

/** What a panel takes in a frame, in pixels where type is of the usual size. */
export interface FrameRoom {
  readonly least: number;
  /** Whether it says itself what it is; what has no title of its own gets one. */
  readonly titled?: true;
  /** Its share of what is left over. */
  readonly weight: number;
  /** Beside which panel it stands where there is width for both. */
  readonly beside?: PanelName;
  /** Of what it shows on top where there is room (`useExtras`). */
  readonly extra?: number;
  /** Where nobody asked for panels and there is no room for all, those with a number leave, the lowest first. */
  readonly leaves?: number;
}
