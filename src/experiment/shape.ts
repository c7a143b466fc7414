import type { Experiment } from './parameters';

/** Side of an MNIST image in pixels, and images per digit in the pack that the page ships. */
export const mnistSide = 28;
export const mnistTrainPerDigit = 500;
export const mnistTestPerDigit = 200;

export interface ImageShape {
  /** Patches per image, P. */
  readonly patches: number;
  /** Patch side s in pixels; d = s². */
  readonly side: number;
}

/** Patches and patch side of an experiment's images, whatever they are: real layouts fix them. */
export function imageShape(experiment: Experiment): ImageShape {
  const { data, patches, side } = experiment;
  return data === 'synthetic' ? { patches, side } : digitShape(experiment);
}

/** Patches and patch side of a digit under a layout. */
export function digitShape({ layout, side, stride }: Pick<Experiment, 'layout' | 'side' | 'stride'>): ImageShape {
  switch (layout) {
    case 'grid': return { patches: 4, side: mnistSide / 2 };
    case 'pixels': return { patches: 1, side: mnistSide };
    case 'windows': return { patches: windowsPerSide({ side, stride }) ** 2, side };
  }
}

/** Sliding windows along one side of a digit. */
export function windowsPerSide({ side, stride }: Pick<Experiment, 'side' | 'stride'>): number {
  return Math.floor((mnistSide - side) / stride) + 1;
}

/** Largest K that leaves the signal vectors orthogonal: 2K ≤ d, one less for cosines, which leave out the constant. */
export function mostFeatures({ side, basis }: Pick<Experiment, 'side' | 'basis'>): number {
  return Math.floor((side * side - (basis === 'cosine' ? 1 : 0)) / 2);
}
