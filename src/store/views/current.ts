import type { Measured, Science, View } from '../../experiment/parameters';
import { imagesText, sameScience } from '../../experiment/science';
import type { DataSpectrum } from '../../training/data-spectrum';
import type { AppState, DataState, RunState } from '../state';
import { memo } from './memo';

/** Whether two experiments compute the same: `sameScience`, once for the same two. */
const same = memo((a: Science, b: Science) => sameScience(a, b));

/** Whether two experiments have the same images, whatever is trained on them. */
export const sameImages = memo((a: Science, b: Science) => imagesText(a) === imagesText(b));

/** Whether what is recorded of the run is of an experiment: a slider may have left it behind. */
export function isRunOf({ experiment: of }: Pick<RunState, 'experiment'>, experiment: Science): boolean {
  return of !== null && same(of, experiment);
}

/** Whether the recorded run is the current experiment's. */
export function isRunCurrent({ run, experiment }: Pick<AppState, 'run' | 'experiment'>): boolean {
  return isRunOf(run, experiment);
}

/** Whether the spectrum that is shown is of an experiment's own images, through this data matrix. */
export function isSpectrumOf(
  { experiment: of }: Pick<DataState, 'experiment'>,
  experiment: Science,
  matrix: View['matrix'],
): boolean {
  return of !== null && of.matrix === matrix && sameImages(of, experiment);
}

/** The spectrum of an experiment's own images and matrix once it is there: null while it is made or where it failed. */
export function ownSpectrum(data: DataState, experiment: Measured): DataSpectrum | null {
  return data.status === 'ready' && isSpectrumOf(data, experiment, experiment.matrix) ? data.spectrum : null;
}
