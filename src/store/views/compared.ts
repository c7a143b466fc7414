import type { Experiment, Measured } from '../../experiment/parameters';
import { writeRun } from '../../experiment/runs';
import { leading } from '../../network/matrices';
import type { Problem } from '../../problems/problem';
import type { RankNotion } from '../../spectrum/ranks';
import type { RunSummary } from '../../training/summary';
import { frameOf } from './shown-frame';
import { ranksOf } from './ranks';
import { memo } from './memo';
import { pinnedRuns, type PinnedRun } from './pinned';
import type { HistoryPoint } from '../../training/snapshot';
import type { AppState, RecordedRun, RecordsState } from '../state';

/** What the table of runs says of one; null where it is not known. */
export interface RunMetrics {
  readonly data: number | null;
  readonly filters: number | null;
  /** Of what training moved. */
  readonly signalShare: number | null;
  readonly testAccuracy: number | null;
  readonly trainAccuracy: number | null;
}

/** A run beside the current one, as a row of the table. */
export interface ComparedRun {
  /** As a link writes it. */
  readonly text: string;
  /** Null where it is not pinned. */
  readonly letter: string | null;
  readonly experiment: Measured;
  /** Names its record. */
  readonly name: string;
  readonly status: RecordedRun['status'];
  readonly summary: RunSummary | null;
  readonly failure: Problem | null;
  /** Whether its data were measured through the data matrix that the page shows. */
  readonly sameMatrix: boolean;
}

/** The pin of the current run, or null. */
export function currentPin(state: AppState): PinnedRun | null {
  return pinnedRuns(state).find(({ current }) => current) ?? null;
}

/** Pinned runs by letter, then recent ones, newest first, without the current one and each once. */
export function comparedRuns({ experiment, records }: AppState): readonly ComparedRun[] {
  return compared(experiment, records);
}

const compared = memo((experiment: Experiment, records: RecordsState): readonly ComparedRun[] => {
  const { runs, recent } = records;
  const pinned = pinnedRuns({ experiment, records });
  const listed = new Set([writeRun(experiment), ...pinned.map(({ text }) => text)]);
  const others = new Map<string, ComparedRun>();
  for (const name of recent) {
    const record = runs[name];
    if (!record) continue;
    const text = writeRun(record.experiment);
    const sameMatrix = record.experiment.matrix === experiment.matrix;
    // A run that was seen through both data matrices is listed once, through the one that is shown.
    if (!listed.has(text) && (sameMatrix || !others.has(text)))
      others.set(text, { text, letter: null, name, experiment: record.experiment, sameMatrix, ...outcomeOf(record) });
  }
  return [
    ...pinned
      .filter(({ current }) => !current)
      .map(({ text, letter, name, experiment: science, record }) => ({
        text,
        letter,
        name,
        experiment: science,
        sameMatrix: true,
        ...outcomeOf(record),
      })),
    ...others.values(),
  ];
});

function outcomeOf(record: RecordedRun | null): Pick<ComparedRun, 'status' | 'summary' | 'failure'> {
  return {
    status: record?.status ?? 'running',
    summary: record?.run?.summary ?? null,
    failure: record?.failure ?? null,
  };
}

/** The metrics of a run that was recorded, in a notion of rank. */
export function recordedMetrics({ summary, sameMatrix }: ComparedRun, notion: RankNotion): RunMetrics | null {
  if (!summary) return null;
  const { testAccuracy, trainAccuracy } = summary;
  const { ranks, moved } = leading(summary);
  return {
    data: sameMatrix ? summary.data[notion] : null,
    filters: ranks[notion],
    signalShare: moved && moved.share,
    testAccuracy,
    trainAccuracy,
  };
}

/** The metrics of the frame that the page shows. */
export function currentMetrics(state: AppState): RunMetrics {
  const { data, filters } = ranksOf(state);
  return metrics(frameOf(state), data, filters);
}

const metrics = memo((frame: HistoryPoint | null, data: number | null, filters: number | null): RunMetrics => {
  return {
    data,
    filters,
    signalShare: (frame && leading(frame).moved?.share) ?? null,
    testAccuracy: frame?.testAccuracy ?? null,
    trainAccuracy: frame?.trainAccuracy ?? null,
  };
});
