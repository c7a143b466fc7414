import type { Measured, Science } from '../../experiment/parameters';
import { imageShape, patchDimension } from '../../experiment/shape';
import { matrixShapes } from '../../network/architectures/shapes';
import type { EmbeddingSpectra } from '../../training/embeddings';
import type { Snapshot } from '../../training/snapshot';
import type { AppState, EmbeddingsAsked } from '../state';
import { memo } from './memo';
import { filtersFrameOf } from './shown-frame';
import { isUnderWay } from './status';

/** Multiply-adds up to which spectra follow a run; beyond them they wait until it rests. */
const mostLive = 5e8;

const asking = memo((experiment: Science, matrix: Measured['matrix'], frame: Snapshot): EmbeddingsAsked => ({
  experiment: { ...experiment, matrix },
  frame,
}));

/** Of a step: both kinds of images go through the network, and have Gram products at every depth. */
const workOf = memo((experiment: Science): number => {
  const { patches } = imageShape(experiment);
  const shapes = matrixShapes(experiment);
  const products = shapes.reduce(
    (sum, { rows, columns }) => sum + rows * columns + rows ** 2,
    patchDimension(experiment) ** 2,
  );
  return 2 * experiment.n * patches * products;
});

/** What is asked of the run as it began, and of the frame that is shown. */
function askedOf({ run, experiment }: Pick<AppState, 'run' | 'experiment'>) {
  const frame = filtersFrameOf({ run });
  if (!run.experiment || !run.initial || !frame) return null;
  return {
    initial: asking(run.experiment, experiment.matrix, run.initial),
    shown: asking(run.experiment, experiment.matrix, frame),
  };
}

/** The spectra that are wanted next; null where nobody looks, or they are known. */
export function wantedEmbeddings(
  state: AppState,
): { readonly when: 'initial' | 'shown'; readonly of: EmbeddingsAsked } | null {
  const { watched, presence, run, embeddings } = state;
  const due = (watched.depth === 'seen' || watched.open === 'seen') && presence === 'shown';
  const asked = due ? askedOf(state) : null;
  if (!asked || (isUnderWay(run) && workOf(asked.shown.experiment) > mostLive)) return null;
  const missing = (when: 'initial' | 'shown') => embeddings[when]?.of !== asked[when];
  // A run that has just taken another's place is shown first, then as it began, and then followed.
  const other = embeddings.shown?.of.experiment !== undefined && !sameRun(embeddings.shown.of, asked.shown);
  if ((embeddings.shown === null || other) && missing('shown')) return { when: 'shown', of: asked.shown };
  if (missing('initial')) return { when: 'initial', of: asked.initial };
  return missing('shown') ? { when: 'shown', of: asked.shown } : null;
}

const sameRun = (a: EmbeddingsAsked, b: EmbeddingsAsked) => experimentsOf(a) === experimentsOf(b);
const experimentsOf = ({ experiment }: EmbeddingsAsked) => JSON.stringify(experiment);

/** What images become at each depth, as last answered: at initialisation too once that is known. */
export interface ShownEmbeddings {
  readonly step: number;
  readonly spectra: readonly EmbeddingSpectra[];
  readonly initial: readonly EmbeddingSpectra[] | null;
  /** Whether they are those of an earlier run, until this one's are there. */
  readonly stale: boolean;
}

const shownOf = memo(
  (
    shown: NonNullable<AppState['embeddings']['shown']>,
    initial: AppState['embeddings']['initial'],
    asked: EmbeddingsAsked | null,
  ): ShownEmbeddings | null =>
    shown.spectra && {
      step: shown.of.frame.step,
      spectra: shown.spectra,
      initial: initial && sameRun(initial.of, shown.of) ? initial.spectra : null,
      stale: asked !== null && !sameRun(asked, shown.of),
    },
);

/** Null before the first answer. */
export function embeddingsOf(state: Pick<AppState, 'embeddings' | 'run' | 'experiment'>): ShownEmbeddings | null {
  const { shown, initial } = state.embeddings;
  return shown && shownOf(shown, initial, askedOf(state)?.initial ?? null);
}
