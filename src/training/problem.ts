import type { Science } from '../experiment/parameters';
import type { ImageSet } from '../images/patched-images';
import { randomStream } from '../images/random';
import { initialFilters } from '../network/architectures/cnn/initialise';
import type { TrainingProblem } from './trainer';

/** The training problem of an experiment: its images, and filters from their own streams. */
export function makeProblem(experiment: Science, images: ImageSet): TrainingProblem {
  const { seed, m, init, lr, q, kappa } = experiment;
  const plus = randomStream(seed, 'filters of class +1'),
    minus = randomStream(seed, 'filters of class -1');
  return {
    train: images.train,
    test: images.test(),
    filters: initialFilters(m, images.train.dimension, init, plus.normal, minus.normal),
    width: m,
    lr,
    q,
    kappa,
  };
}
