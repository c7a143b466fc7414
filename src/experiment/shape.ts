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
    case 'grid':
      return { patches: 4, side: mnistSide / 2 };
    case 'pixels':
      return { patches: 1, side: mnistSide };
    case 'windows':
      return { patches: windowsPerSide({ side, stride }) ** 2, side };
  }
}

/** Where an image's patches lie in a picture of it, in pixels; what none covers is gutter. */
export interface PatchPlaces {
  readonly width: number;
  readonly height: number;
  readonly side: number;
  /** Upper left corner of every patch. Sliding windows may overlap. */
  readonly places: readonly (readonly [x: number, y: number])[];
}

/** A line between patches that are apart in the data: neighbours in the grid have nothing to do with each other. */
const gutter = 1;

/** The picture of one image: patches in the most nearly square grid, row by row, or windows where they were cut out. */
export function patchPlaces(experiment: Experiment): PatchPlaces {
  const { patches, side } = imageShape(experiment);
  const windows = experiment.data !== 'synthetic' && experiment.layout === 'windows';
  const columns = windows ? windowsPerSide(experiment) : Math.ceil(Math.sqrt(patches));
  const pitch = windows ? experiment.stride : side + gutter;
  const end = (count: number) => (count - 1) * pitch + side;
  return {
    width: end(columns),
    height: end(Math.ceil(patches / columns)),
    side,
    places: Array.from(
      { length: patches },
      (_, p) => [(p % columns) * pitch, Math.floor(p / columns) * pitch] as const,
    ),
  };
}

/** Sliding windows along one side of a digit. */
export function windowsPerSide({ side, stride }: Pick<Experiment, 'side' | 'stride'>): number {
  return Math.floor((mnistSide - side) / stride) + 1;
}

/** Largest K that leaves the signal vectors orthogonal: 2K ≤ d, one less for cosines, which leave out the constant. */
export function mostFeatures({ side, basis }: Pick<Experiment, 'side' | 'basis'>): number {
  return Math.floor((side * side - (basis === 'cosine' ? 1 : 0)) / 2);
}
