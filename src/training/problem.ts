import type { Science } from '../experiment/parameters';
import type { ImageSet } from '../images/patched-images';
import { randomStream } from '../images/random';
import { settingsOf } from '../network/architecture';
import { architectureOf } from '../network/architectures';
import { shuffledBatches } from './batches';
import { ratesOf } from './optimiser';
import type { TrainingProblem } from './trainer';

/** The training problem of an experiment: its images, and its network, each matrix from streams of its own. */
export function makeProblem(experiment: Science, images: ImageSet): TrainingProblem {
  const { seed, m, lr, opt, batch, decay } = experiment;
  const architecture = architectureOf(experiment),
    settings = settingsOf(experiment);
  return {
    ...settings,
    architecture,
    train: architecture.seen(images.train),
    test: architecture.seen(images.test()),
    matrices: architecture.init(experiment, (name) => randomStream(seed, name).normal),
    lr,
    rates: ratesOf(architecture.rates(settings, lr), opt, m, lr),
    optimiser: { opt, batch, decay },
    batches: batch > 0 ? shuffledBatches(seed, images.train.count, batch) : null,
  };
}
