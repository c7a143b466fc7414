import type { BackendName, CurveFacts, LossFacts, Moment, PointFacts } from '../figure-facts';
import { hundredths, loss as lossText, plural } from '../numbers';
import { backends } from './first';
import { pinnedBehind } from './spectra';

const notStarted = 'Training has not started.';

/** What a run is doing, its curves and its moments. */
export const training = {
  label: 'Training',
  metrics: { step: 'step', loss: 'loss', train: 'training accuracy', test: 'test accuracy', on: 'on' },
  stepOf: (step: number, steps: number) => `${step} of ${steps}`,
  /** @param device as the browser or the kernel names it; empty where nothing is known. */
  on: (backend: BackendName, device: string) => `${backends[backend]}${device === '' ? '' : ` (${device})`}`,
  batch: 'Share of this batch of steps that is done',
  outcome: {
    loading: 'Loading …',
    starting: 'Starting …',
    large: (megabytes: number) =>
      `Drawing ${megabytes} MB of training images, which need several times that while they are drawn; fewer or smaller ones are there sooner …`,
    training: 'Running',
    ready: 'Ready: press Play',
    paused: 'Paused',
    finished: (steps: number) => `Finished: ${plural(steps, 'step')} made`,
    replaying: 'Replaying',
    looking: (step: number) => `Looking back at step ${step}`,
    back: (step: number) => `Back to step ${step}`,
    diverged: (step: number, lr: number) =>
      `Diverged by step ${step}: the loss is out of bounds and stays there. The last finite frame is shown. Lower the learning rate η/m (${lr} now).`,
    quarter: 'Quarter it',
  },
  moments: {
    label: 'Moments of this run',
    text(moment: Moment): string {
      switch (moment.kind) {
        case 'dip':
          return `${moment.leaders === 1 ? 'one direction leads' : `${moment.leaders} directions lead`} at step ${moment.step}${moment.risen === null ? '' : `, ${moment.risen.count} have risen by step ${moment.risen.step}`}`;
        case 'half':
          return 'loss halves';
        case 'fitted':
          return 'training accuracy 1';
        case 'rise':
          return moment.first === moment.last
            ? `singular value ${moment.first} rises`
            : `singular values ${moment.first}–${moment.last} rise`;
      }
    },
    /** A button that goes there. */
    jump: (moment: string, step: number) => `${moment} · ${step}`,
  },
  scrubber: 'Step shown',
  shown: ({ step, steps, notion, rank, loss, trainAccuracy, testAccuracy }: PointFacts) =>
    `step ${step} of ${steps}: ${notion} ${rank}, loss ${lossText(loss)}, training accuracy ${hundredths(trainAccuracy)}${testAccuracy === null ? '' : `, test accuracy ${hundredths(testAccuracy)}`}`,
  notMade: (step: number, steps: number) => `step ${step} of ${steps}`,
  /** Under the left end of an axis of steps. */
  origin: 'step 0',
  curve: {
    name: (notion: string) => `The filters’ ${notion} during training`,
    caption: (notion: string) => `${notion} against training step`,
    filters: 'filters',
    data: 'noisy data',
    clean: 'clean data',
    description: (facts: CurveFacts | null) => {
      if (!facts) return notStarted;
      const { step, steps, notion, filters, data, pins } = facts;
      return `At step ${step} of ${steps} the filters’ ${notion} is ${filters}${data === null ? '' : `; that of the noisy data is ${data}`}.${pinnedBehind(pins)}`;
    },
  },
  loss: {
    name: 'Loss during training',
    caption: 'mean logistic loss on training and on test images',
    line: 'training',
    test: 'test',
    description: (facts: LossFacts | null) =>
      facts
        ? `The loss is ${facts.first.toPrecision(2)} at the start and ${facts.last.toPrecision(2)} at step ${facts.step}${facts.test === null ? '' : `; on test images it is ${facts.test.toPrecision(2)} there`}.`
        : notStarted,
  },
  accuracy: {
    name: 'Accuracy during training',
    caption: 'accuracy on training and on test images',
    train: 'training',
    test: 'test',
    description: (facts: { readonly step: number; readonly train: number; readonly test: number | null } | null) =>
      facts
        ? `At step ${facts.step} the training accuracy is ${hundredths(facts.train)}${facts.test === null ? '' : `, the test accuracy ${hundredths(facts.test)}`}.`
        : notStarted,
  },
};
