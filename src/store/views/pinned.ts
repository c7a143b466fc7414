import { parameters, type Experiment } from '../../experiment/parameters';
import { readRun, writeRun } from '../../experiment/runs';
import type { CompleteRun } from '../../training/protocol';
import { memo } from './memo';
import { recordName } from '../records-control';
import type { AppState, RecordedRun } from '../state';

const letters = 'ABCDEFGH'.slice(0, parameters.pins.most);

/** A run that was pinned, with what is known of it. */
export interface PinnedRun {
  /** By its place among the pins: A to D. */
  readonly letter: string;
  /** As the link writes it. */
  readonly text: string;
  /** Names its record, seen through the current data matrix. */
  readonly name: string;
  readonly experiment: Experiment;
  /** Null where it is still to be made. */
  readonly record: RecordedRun | null;
  /** Whether it is the run that the page shows. */
  readonly current: boolean;
}

/** The pinned runs in their order. The same array while neither they, their records nor the current run's place among them change. */
export function pinnedRuns({
  experiment,
  records: { runs },
}: Pick<AppState, 'experiment' | 'records'>): readonly PinnedRun[] {
  const named = namesOf(experiment.pins, experiment.matrix);
  // Records of other runs come and go; charts of the pinned ones need not be drawn again for them.
  return pinnedWith(named, placeAmong(experiment), ...named.map(({ name }) => runs[name] ?? null));
}

type NamedPin = Pick<PinnedRun, 'text' | 'name' | 'experiment'>;

const namesOf = memo((pins: readonly string[], matrix: Experiment['matrix']): readonly NamedPin[] =>
  pins.map((text) => {
    const science = { ...readRun(text).experiment, matrix };
    return { text, name: recordName(science), experiment: science };
  }),
);

/** Index of an experiment among its pins; −1 where it is none of them. */
const placeAmong = memo((experiment: Experiment): number =>
  experiment.pins.length > 0 ? experiment.pins.indexOf(writeRun(experiment)) : -1,
);

const pinnedWith = memo((named: readonly NamedPin[], mine: number, ...records: (RecordedRun | null)[]) =>
  named.map((pin, i): PinnedRun => ({ ...pin, letter: letters[i]!, record: records[i]!, current: i === mine })),
);

/** A pinned run as charts draw it behind the current one. */
export interface Ghost {
  readonly label: string;
  /** Null where it is still to come, or is the run that the page shows itself: its place keeps its dashes. */
  readonly run: CompleteRun | null;
}

/** All pinned runs in their order. */
export function ghostsOf(state: AppState): readonly Ghost[] {
  return ghosts(pinnedRuns(state));
}

const ghosts = memo((pinned: readonly PinnedRun[]) =>
  pinned.map(({ letter, record, current }): Ghost => ({ label: letter, run: current ? null : (record?.run ?? null) })),
);

/** Of those that are drawn, for words. */
export const lettersOf = (drawn: readonly Ghost[]): string[] => drawn.flatMap(({ label, run }) => (run ? [label] : []));
