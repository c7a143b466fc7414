import type { MatrixName, MatrixRole } from '../../experiment/networks';
import type { Measured, Science } from '../../experiment/parameters';
import { imageShape, patchDimension } from '../../experiment/shape';
import { matrixShapes } from '../../network/architectures/shapes';
import type { DataSpectrum } from '../../training/data-spectrum';
import type { HistoryPoint, Snapshot } from '../../training/snapshot';
import { ranksOfValues, type Ranks } from '../../training/summary';
import { sameImages } from './current';
import { memo } from './memo';
import { frameOf } from './shown-frame';
import type { AppState } from '../state';

/** A spectrum and the experiment that it belongs to, which says of which matrix. */
export interface KnownSpectrum {
  readonly experiment: Measured;
  readonly spectrum: DataSpectrum;
}

/** Data matrices clean and noisy; weight matrices at initialisation and in the frame that is shown; what training moved of the filters, and their gradient. */
export type RankRowKey =
  `${'clean' | 'noisy'}-${Measured['matrix']}` | `${'initial' | 'shown'}-${MatrixName}` | 'moved' | 'gradient';

/** All notions of rank of one matrix. */
export interface RankRow {
  readonly key: RankRowKey;
  readonly role: 'clean' | 'data' | 'initial' | MatrixRole;
  readonly ranks: Ranks | null;
  readonly size: readonly [rows: number, columns: number];
  /** Whether the ranks are those of an earlier experiment, while these are computed. */
  readonly stale: boolean;
}

/** All notions of rank of both data matrices, clean and noisy. @param known later ones count where two are of the same matrix. */
export function dataRankRows(experiment: Science, known: readonly KnownSpectrum[]): RankRow[] {
  const { patches } = imageShape(experiment),
    dimension = patchDimension(experiment);
  const { n } = experiment;
  return (['patch', 'image'] as const).flatMap((matrix) => {
    const size = matrix === 'patch' ? ([n * patches, dimension] as const) : ([n, patches * dimension] as const);
    // Of other images altogether nothing is shown.
    const of = known.findLast((one) => one.experiment.matrix === matrix && one.experiment.data === experiment.data);
    const stale = of !== undefined && !sameImages(of.experiment, experiment);
    return (['clean', 'noisy'] as const).map((kind): RankRow => ({
      key: `${kind}-${matrix}`,
      role: kind === 'clean' ? 'clean' : 'data',
      ranks: of ? ranksOfValues(of.spectrum[kind === 'clean' ? 'clean' : 'data']) : null,
      size,
      stale,
    }));
  });
}

/** As `dataRankRows`, for every weight matrix at initialisation and in the frame that is shown. */
export function weightRanks(state: Pick<AppState, 'run' | 'experiment'>): readonly RankRow[] {
  return weightRows(state.run.initial, frameOf(state), state.run.experiment ?? state.experiment);
}

const weightRows = memo(
  (initial: Snapshot | null, shown: HistoryPoint | null, experiment: Science): readonly RankRow[] => {
    const frames = { initial, shown };
    return matrixShapes(experiment).flatMap(({ name, role, rows, columns }, i) =>
      // One vector that stays as drawn has nothing to tell.
      (role === 'token' ? [] : (['initial', 'shown'] as const)).map((when): RankRow => {
        const matrix = frames[when]?.matrices[i];
        return {
          key: `${when}-${name}`,
          role: when === 'initial' ? 'initial' : role,
          ranks: matrix ? ranksOfValues(matrix.singularValues) : null,
          size: [rows, columns],
          stale: false,
        };
      }),
    );
  },
);
