import type { Science, ScienceKey } from '../../../experiment/parameters';
import { identityOf, type ImageSource, type Mending } from '../source';
import { digitShape, mnistTestPerDigit, mnistTrainPerDigit } from './shape';

/** Patches per image beyond which sliding windows only repeat each other and fill the memory. */
export const mostWindows = 64;
const mostImages = 2 * mnistTrainPerDigit;

/** Handwritten digits, one against another. */
export const digits: ImageSource = {
  kind: 'mnist',
  label: 'MNIST digits',
  is: { classed: false, theory: false, signal: 'estimated' },
  reads,
  identity: (science) => identityOf('mnist', science, reads(science)),
  shape: digitShape,
  mend(science) {
    const { n, layout, side, stride } = science;
    const mended: Mending[] = [];
    if (n > mostImages) {
      const problem = { kind: 'too-many-digits', perDigit: mnistTrainPerDigit, used: mostImages } as const;
      mended.push({ field: 'n', value: mostImages, problem });
    }
    const windows = (apart: number) => digitShape({ layout, side, stride: apart }).patches;
    if (layout === 'windows' && windows(stride) > mostWindows) {
      let used = stride;
      while (windows(used) > mostWindows) used += 1;
      const found = { side, stride, windows: windows(stride), most: mostWindows };
      mended.push({ field: 'stride', value: used, problem: { kind: 'too-many-windows', ...found, used } });
    }
    return mended;
  },
  most: () => ({ n: mostImages }),
  signalDimension: () => null,
  testImages: () => 2 * mnistTestPerDigit,
  hasRoomForNoise: () => true,
  classes: ({ pair }) => [String(pair[0]), String(pair[1])],
};

function reads({ layout }: Science): readonly ScienceKey[] {
  return ['sigma', 'n', 'seed', 'pair', 'layout', ...(layout === 'windows' ? (['side', 'stride'] as const) : [])];
}
