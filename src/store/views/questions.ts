import { defaults, type Experiment, type Measured, type Science } from '../../experiment/parameters';
import { imageKeys, imagesText, scienceAlone, scienceText } from '../../experiment/science';
import { imageShape, patchDimension } from '../../experiment/shape';
import { sourceOf } from '../../images/sources/list';
import { besideBackend } from '../../training/backend-choice';
import type { Backend } from '../../training/trainer';
import type { AppState, Asking, QuestionName } from '../state';
import { digitAsked, mostGuessed, nextGuessed } from './guesses';
import { memo } from './memo';
import { isUnderWay } from './status';
import { contrasted, nextContrast } from './wrong-labels';
import { neededStill, recordedStill, stillExperiment, stillName } from './still';

interface Question<Q extends QuestionName> {
  /** What there is to ask of a state, whoever looks; null where nothing is. The same object for the same question. */
  of(state: AppState): Asking<Q> | null;
  /** Whether somebody waits for the answer, and this is the time to make it. */
  isDue(state: AppState): boolean;
  /** A question that is replaced sooner is never put, in ms: a slider on its way passes through many. */
  readonly rest: number;
  /** Answers that are worth keeping. */
  readonly kept: number;
}

/** Images of a page of the panel: one of each feature where they are few, at most so many. */
const mostImages = 8;
/** Values of a set of images that are drawn unseen. */
const mostEarly = 1e6;

/** How the training images are leafed through: `count` on each of `pages`, these from the image `from`. */
export const imagesPageOf = memo((experiment: Science, page: number) => {
  const count = Math.min(sourceOf(experiment).signalDimension(experiment) ?? mostImages, mostImages);
  const pages = Math.ceil(experiment.n / count);
  return { count, pages, from: (((page % pages) + pages) % pages) * count };
});

const imagesAsked = memo((experiment: Science, page: number): Asking<'images'> => {
  const science = scienceAlone(experiment);
  const { from, count } = imagesPageOf(science, page);
  return { text: `${scienceText(science)} ${from} ${count}`, params: { experiment: science, from, count } };
});

/** The noise of the picture that is asked for: any other is a multiple of it, as σ only scales it. */
export const askedNoise = 1;

const oneImageAsked = memo((experiment: Science): Asking<'oneImage'> => {
  const noisy = { ...scienceAlone(experiment), sigma: askedNoise };
  return { text: imagesText(noisy), params: { experiment: noisy, from: 0, count: 1 } };
});

const otherMatrixAsked = memo((experiment: Measured): Asking<'otherMatrix'> => {
  const matrix = experiment.matrix === 'patch' ? 'image' : 'patch';
  const images = Object.fromEntries(imageKeys.map((key) => [key, experiment[key]]));
  return { text: `${imagesText(experiment)} ${matrix}`, params: { experiment: { ...defaults, ...images, matrix } } };
});

const changeAsked = memo((experiment: Experiment, backend: Backend | null): Asking<'change'> => {
  const science = { ...scienceAlone(experiment), matrix: experiment.matrix };
  return {
    text: `${scienceText(science)} ${science.matrix}`,
    params: { experiment: science, backend: besideBackend(experiment, backend), points: 'coarse', closely: true },
  };
});

const stillAsked = memo((experiment: Experiment, backend: Backend | null): Asking<'still'> => {
  const text = stillName(experiment);
  return {
    text,
    params: { experiment: stillExperiment(text), backend: besideBackend(experiment, backend), points: 0 },
  };
});

function isSmall(experiment: Science): boolean {
  return experiment.n * imageShape(experiment).patches * patchDimension(experiment) <= mostEarly;
}

export const questions: { readonly [Q in QuestionName]: Question<Q> } = {
  /** Some training images, clean and noisy. */
  images: {
    of: ({ experiment, imagesPage }) => imagesAsked(experiment, imagesPage),
    // Small sets are there before anybody scrolls, also for whoever prints the page.
    isDue: ({ watched, asked, run, experiment }) =>
      watched.images === 'seen' ||
      watched.attention === 'seen' ||
      (watched.images === 'unseen' &&
        asked.images.answers.length === 0 &&
        run.status === 'finished' &&
        isSmall(experiment)),
    rest: 300,
    kept: 1,
  },
  /** The first training image, whatever the noise: a slider of σ asks for nothing. */
  oneImage: {
    of: ({ experiment }) => oneImageAsked(experiment),
    isDue: ({ watched }) => watched.oneImage === 'seen',
    rest: 0,
    kept: 2,
  },
  /** The spectrum of the data matrix that the page does not show. */
  otherMatrix: {
    of: ({ experiment }) => otherMatrixAsked(experiment),
    // What is large waits until the run rests: it shares the processor with it.
    isDue: (state) => state.watched.theory === 'seen' && !isUnderWay(state.run),
    rest: 300,
    kept: 1,
  },
  /** The run once more, with what training moved and the gradient at some of its steps: nothing of it is made unasked. */
  change: {
    of: ({ experiment, run }) => changeAsked(experiment, run.backend),
    isDue: ({ watched, run }) => (watched.change === 'seen' || watched.ranks === 'seen') && !isUnderWay(run),
    rest: 300,
    kept: 2,
  },
  /** The run at σ = 0 that the current one is compared with. */
  still: {
    of: (state) => (neededStill(state) === null ? null : stillAsked(state.experiment, state.run.backend)),
    isDue: (state) => state.watched.verdict === 'seen' && recordedStill(state) === null,
    rest: 500,
    kept: 32,
  },
  /** The next of the runs that the story lets a visitor guess. */
  guessed: { of: nextGuessed, isDue: (state) => !isUnderWay(state.run), rest: 0, kept: mostGuessed },
  /** The next of the networks whose memory of wrong labels is held against each other's: made only where somebody asked for it. */
  contrast: {
    of: nextContrast,
    isDue: (state) => state.watched.contrast === 'seen' && !isUnderWay(state.run),
    rest: 300,
    kept: contrasted.length,
  },
  /** Some digits, whatever images the page shows. */
  digits: { of: () => digitAsked, isDue: ({ watched }) => watched.digits === 'seen', rest: 0, kept: 1 },
};
