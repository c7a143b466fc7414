import type { Science } from '../../../experiment/parameters';
import { windowsPerSide } from '../../sliding-windows';
import type { ImageShape } from '../source';

/** Data sets that the page ships, by class, in files of one format: Fashion-MNIST was made to take MNIST's place. */
export type PackedSet = 'mnist' | 'fashion';

/** Where the file of a class lies, below the page. */
export function packPath(set: PackedSet, digit: number): string {
  return set === 'mnist' ? `mnist/digit-${digit}.bin` : `fashion/class-${digit}.bin`;
}

/** Side of an MNIST image in pixels, and images per digit in the pack that the page ships. */
export const mnistSide = 28;
export const mnistTrainPerDigit = 500;
export const mnistTestPerDigit = 200;

/** Patches and patch side of a digit under a layout. */
export function digitShape({ layout, side, stride }: Pick<Science, 'layout' | 'side' | 'stride'>): ImageShape {
  switch (layout) {
    case 'grid':
      return { patches: 4, side: mnistSide / 2, channels: 1 };
    case 'pixels':
      return { patches: 1, side: mnistSide, channels: 1 };
    case 'windows': {
      const columns = windowsPerSide({ picture: mnistSide, side, stride });
      return { patches: columns ** 2, side, channels: 1, windows: { columns, stride } };
    }
  }
}
