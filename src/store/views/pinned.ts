import { parameters, type Experiment } from '../../experiment/parameters';
import { readRun, writeRun } from '../../experiment/runs';
import type { CompleteRun } from '../../training/protocol';
import { memoised } from './memoised';
import { recordName } from '../records-control';
import type { AppState, RecordedRun, RecordsState } from '../state';

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

let kept: { readonly key: string; readonly runs: RecordsState['runs']; readonly pinned: readonly PinnedRun[] } | null =
  null;

/** The pinned runs in their order. The same array while neither they, their records nor the current run's place among them change. */
export function pinnedRuns({ experiment, records: { runs } }: AppState): readonly PinnedRun[] {
  const { pins, matrix } = experiment;
  const mine = pins.length > 0 ? pins.indexOf(writeRun(experiment)) : -1;
  const key = [matrix, mine, ...pins].join(';');
  if (kept?.key === key && kept.runs === runs) return kept.pinned;
  const fresh = pins.map((text, i): PinnedRun => {
    const science = { ...readRun(text).experiment, matrix };
    const name = recordName(science);
    return { letter: letters[i]!, text, name, experiment: science, record: runs[name] ?? null, current: i === mine };
  });
  kept = { key, runs, pinned: kept && sameRuns(kept.pinned, fresh) ? kept.pinned : fresh };
  return kept.pinned;
}

/** Records of other runs come and go; charts of the pinned ones need not be drawn again for them. */
function sameRuns(a: readonly PinnedRun[], b: readonly PinnedRun[]): boolean {
  return (
    a.length === b.length &&
    a.every((run, i) => run.name === b[i]!.name && run.record === b[i]!.record && run.current === b[i]!.current)
  );
}

/** A pinned run as charts draw it behind the current one. */
export interface Ghost {
  readonly label: string;
  /** Null where it is still to come, or is the run that the page shows itself: its place keeps its dashes. */
  readonly run: CompleteRun | null;
}

/** All pinned runs in their order. */
export const ghostsOf = memoised(
  (state) => [pinnedRuns(state)],
  (state): readonly Ghost[] =>
    pinnedRuns(state).map(({ letter, record, current }) => ({
      label: letter,
      run: current ? null : (record?.run ?? null),
    })),
);
