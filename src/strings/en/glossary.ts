import type { Term } from '../terms';

/** One definition a term: what it is, and what it is called in formulas. */
export const glossary: Readonly<Record<Term, { readonly name: string; readonly text: string }>> = {
  'singular-value': {
    name: 'singular value',
    text: 'How far a matrix stretches one of its orthogonal directions. Its square is the energy that the rows of the matrix have along that direction. Sorted, s₁ is the largest.',
  },
  spectrum: { name: 'spectrum', text: 'All singular values of a matrix, from the largest to the smallest.' },
  'stable-rank': {
    name: 'stable rank',
    text: 'Σs²/s₁²: all energy of a matrix, in units of its largest direction. It is 1 where one direction has everything and r where r directions have the same; a direction with little energy adds little.',
  },
  'signal-dimension': {
    name: 'signal dimension, 2K',
    text: 'The number of signal vectors that tell the two classes apart: K for each class, orthogonal, of one norm μ.',
  },
  width: { name: 'width, m', text: 'Filters per class. The network has 2m of them.' },
  'background-noise': {
    name: 'background noise, σ',
    text: 'Independent Gaussian noise of standard deviation σ on the pixels outside the object. It says nothing about the class.',
  },
  patch: { name: 'patch', text: 'A small square of an image, s × s pixels: a point in d = s² dimensions.' },
  filter: {
    name: 'filter',
    text: 'A vector of d numbers that the network holds against every patch: the inner product is what it sees there.',
  },
  'gradient-descent': {
    name: 'full-batch gradient descent',
    text: 'Training that moves all filters a little against the slope of the mean loss over all training images, again and again. Nothing in it is random.',
  },
  step: { name: 'step', text: 'One update of gradient descent: every filter moves once.' },
  run: { name: 'run', text: 'One training from the first filters to the last step. The same link gives the same run.' },
  sweep: {
    name: 'sweep',
    text: 'Many runs that differ in one parameter, here in the background noise, drawn as one curve.',
  },
};
