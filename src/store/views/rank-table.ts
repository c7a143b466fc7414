import type { Measured, Science } from '../../experiment/parameters';
import { imageShape } from '../../experiment/shape';
import type { DataSpectrum } from '../../training/data-spectrum';
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

/** All notions of rank of one matrix. */
export interface RankRow {
  readonly key: 'clean-patch' | 'noisy-patch' | 'clean-image' | 'noisy-image' | 'initial' | 'filters';
  readonly ranks: Ranks | null;
  readonly size: readonly [rows: number, columns: number];
  /** Whether the ranks are those of an earlier experiment, while these are computed. */
  readonly stale: boolean;
}

/** All notions of rank of both data matrices, clean and noisy. @param known later ones count where two are of the same matrix. */
export function dataRankRows(experiment: Science, known: readonly KnownSpectrum[]): RankRow[] {
  const { patches, side } = imageShape(experiment);
  const { n } = experiment;
  return (['patch', 'image'] as const).flatMap((matrix) => {
    const size = matrix === 'patch' ? ([n * patches, side * side] as const) : ([n, patches * side * side] as const);
    // Of other images altogether nothing is shown.
    const of = known.findLast((one) => one.experiment.matrix === matrix && one.experiment.data === experiment.data);
    const stale = of !== undefined && !sameImages(of.experiment, experiment);
    return (['clean', 'noisy'] as const).map((kind): RankRow => ({
      key: `${kind}-${matrix}`,
      ranks: of ? ranksOfValues(of.spectrum[kind === 'clean' ? 'clean' : 'data']) : null,
      size,
      stale,
    }));
  });
}

/** As `dataRankRows`, for the filters at initialisation and in the frame that is shown. */
export function filterRanks(state: Pick<AppState, 'run' | 'experiment'>): readonly RankRow[] {
  const { initial, experiment } = state.run;
  return filterRows(
    initial?.singularValues ?? null,
    frameOf(state)?.singularValues ?? null,
    experiment ?? state.experiment,
  );
}

const filterRows = memo(
  (initial: Float64Array | null, shown: Float64Array | null, experiment: Science): readonly RankRow[] => {
    const { side } = imageShape(experiment);
    const row = (key: RankRow['key'], values: Float64Array | null): RankRow => ({
      key,
      ranks: values && ranksOfValues(values),
      size: [2 * experiment.m, side * side],
      stale: false,
    });
    return [row('initial', initial), row('filters', shown)];
  },
);
