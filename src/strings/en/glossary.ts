import type { Term } from '../terms';

/** One definition a term: what it is, and what it is called in formulas. */
export const glossary: Readonly<Record<Term, { readonly name: string; readonly text: string }>> = {
  'singular-value': {
    name: 'singular value',
    text: 'How far a matrix stretches along one of its singular directions, which are orthogonal. Its square is the energy that the rows of the matrix have along that direction. Sorted, s₁ is the largest.',
  },
  spectrum: { name: 'spectrum', text: 'All singular values of a matrix, from the largest to the smallest.' },
  'stable-rank': {
    name: 'stable rank',
    text: 'Σs²/s₁²: all energy of a matrix, in units of its largest direction. It is 1 where one direction has everything and r where r directions have the same; a direction with little energy adds little.',
  },
  'signal-dimension': {
    name: 'signal dimension, 2K',
    text: 'The number of signal vectors that tell the two classes apart: K for each class, orthogonal and of one norm μ unless the settings say otherwise.',
  },
  width: { name: 'width, m', text: 'Filters per class. The network has 2m of them.' },
  'background-noise': {
    name: 'background noise, σ',
    text: 'Noise in the patches beside the object, independent from patch to patch; unless the settings say otherwise Gaussian, of standard deviation σ in every direction but the signal vectors’; with digits, on every pixel that it reaches. Nothing in it helps on a new image.',
  },
  patch: { name: 'patch', text: 'A small square of an image, s × s pixels: a point in d = s² dimensions.' },
  filter: {
    name: 'filter',
    text: 'A vector of d numbers that the network holds against every patch: the inner product is what it sees there. Without weight sharing it is as large as an image, and held against that.',
  },
  'gradient-descent': {
    name: 'full-batch gradient descent',
    text: 'Training that moves all filters against the slope of the mean loss over all training images, again and again. Nothing in it is random.',
  },
  step: { name: 'step', text: 'One update of the network: every filter moves once.' },
  run: {
    name: 'run',
    text: 'One training from the first filters to the last step. The same link gives the same run: to the bit on the same backend, to rounding on another, unless training is unstable.',
  },
  sweep: {
    name: 'sweep',
    text: 'Many runs that differ in one parameter, here in the background noise, drawn as one curve. All levels share their signal vectors, the directions of their noise and the first filters; only σ differs.',
  },
};
