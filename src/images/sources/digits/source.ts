import type { Science, ScienceKey } from '../../../experiment/parameters';
import { identityOf, type ImageSource, type Mending } from '../source';
import { mendWindows } from '../windows';
import { digitShape, mnistTestPerDigit, mnistTrainPerDigit, type PackedSet } from './shape';

const mostImages = 2 * mnistTrainPerDigit;

/** Handwritten digits, one against another. */
export const digits = packedSource('mnist', 'MNIST digits');
/** Clothes, bags and shoes: images of the same size and number. */
export const fashion = packedSource('fashion', 'Fashion-MNIST clothes');

function packedSource(kind: PackedSet, label: string): ImageSource {
  return {
    kind,
    label,
    is: { classed: false, theory: false, signal: 'estimated' },
    reads,
    identity: (science) => identityOf(kind, science, reads(science)),
    shape: digitShape,
    mend(science) {
      const { n } = science;
      const mended: Mending[] = [...mendWindows(science, (stride) => digitShape({ ...science, stride }).patches)];
      if (n > mostImages) {
        const problem = { kind: 'too-many-digits', perDigit: mnistTrainPerDigit, used: mostImages } as const;
        mended.push({ field: 'n', value: mostImages, problem });
      }
      return mended;
    },
    most: () => ({ n: mostImages }),
    signalDimension: () => null,
    testImages: () => 2 * mnistTestPerDigit,
    hasRoomForNoise: () => true,
    classes: ({ pair }) => [String(pair[0]), String(pair[1])],
  };
}

function reads({ layout }: Science): readonly ScienceKey[] {
  return ['sigma', 'n', 'seed', 'pair', 'layout', ...(layout === 'windows' ? (['side', 'stride'] as const) : [])];
}
