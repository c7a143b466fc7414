import type { Science } from '../experiment/parameters';
import type { ImageSet } from '../images/patched-images';
import { randomStream } from '../images/random';
import { architectureOf } from '../network/architectures';
import type { TrainingProblem } from './trainer';

/** The training problem of an experiment: its images, and its network, each matrix from streams of its own. */
export function makeProblem(experiment: Science, images: ImageSet): TrainingProblem {
  const { seed, m, lr, q, kappa } = experiment;
  const architecture = architectureOf(experiment);
  return {
    architecture,
    train: images.train,
    test: images.test(),
    matrices: architecture.init(experiment, (name) => randomStream(seed, name).normal),
    width: m,
    lr,
    q,
    kappa,
  };
}
