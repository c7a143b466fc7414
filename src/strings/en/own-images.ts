import { count as grouped } from '../numbers';

/** Images that the visitor brings. */
export const ownImages = {
  title: 'Your own images',
  choose: 'Your own images …',
  stays: 'Nothing leaves this device: images are read, kept and trained on here.',
  what: 'IDX (MNIST and its kin), CIFAR batches, NPY or NPZ, pictures in a folder for each class, or a ZIP file of these.',
  files: 'Choose files or a ZIP …',
  folder: 'Choose a folder …',
  missing: (hash: string, classes: readonly string[], n: number) =>
    `This link is about ${n} images${classes.length === 2 ? ` of the classes ${classes.join(' and ')}` : ''} that are not on this device. Their content has the hash ${hash}. Choose or drop the files that they came from.`,
  other: (hash: string) => `These are other images than the link is about, which have the hash ${hash}.`,
  reading: (percent: number) => `Reading: ${percent}%`,
  stop: 'Stop',
  kept: 'Kept on this device',
  keptOne: (name: string, megabytes: number) => `${name}, ${megabytes.toFixed(1)} MB`,
  take: 'Use',
  takeNamed: (name: string) => `Use ${name}`,
  forget: 'Forget',
  forgetNamed: (name: string) => `Forget ${name}`,
  notKept: 'The browser does not keep them for the next visit: there is no room, or it is not allowed.',
  read: (name: string, count: number, height: number, width: number) =>
    `${name}: ${grouped(count)} images of ${height} × ${width} pixels`,
  plus: 'Class +1',
  minus: 'Class −1',
  rest: 'all others',
  ofClass: (name: string, train: number, test: number) =>
    `${name} (${train}${test > 0 ? ` + ${test} for testing` : ''})`,
  preparation: 'Preparation',
  side: 'Side in pixels',
  colour: 'In colour',
  centre: 'Subtract the mean image',
  mu: 'Norm μ',
  layout: 'Layout',
  sheet: (name: string) => `As they were read, and below as they are trained on: ${name}`,
  train: 'Train on them',
  others: 'Other images …',
};
