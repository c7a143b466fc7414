import type { Science } from '../experiment/parameters';
import type { ImageSet } from '../images/patched-images';
import { randomStream } from '../images/random';
import { filterMatrix } from '../network/architectures/cnn/filters';
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
    matrices: [filterMatrix(initialFilters(m, images.train.dimension, init, plus.normal, minus.normal), m)],
    width: m,
    lr,
    q,
    kappa,
  };
}
