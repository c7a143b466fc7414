import type { ImageFacts } from '../figure-facts';
import { count, hundredths } from '../numbers';
import { kinds } from './kinds';

/** The training images, clean and noisy. */
export const images = {
  one: (n: number) => `One of ${count(n)} training images`,
  oneName: (said: readonly string[]) => `A training image; ${said.join(', ')}`,
  lead: 'Below, training images with and without their noise. The margin is the network’s answer times the label.',
  group: 'Training images',
  previous: 'Previous',
  next: 'Next',
  drawing: 'Drawing the images …',
  range: (from: number, to: number, of: number) => `Images ${from} to ${to} of ${of}`,
  name: ({ plus, wrong, images: kind, name }: ImageFacts) =>
    `${wrong ? 'wrong label, ' : ''}class ${plus ? '+1' : '−1'} · ${kinds[kind].shows(name)}`,
  noisy: (image: number, name: string) => `Image ${image} with noise, ${name}`,
  clean: (image: number) => `Image ${image} without noise`,
  margin: (margin: number) => `${margin > 0 ? '✓ right' : '✗ wrong'}, margin ${hundredths(margin)}`,
  /** Of an image whose label is wrong, against that label. */
  wrongMargin: (margin: number) =>
    `${margin > 0 ? '✗ memorised' : '✓ told right all the same'}, margin ${hundredths(margin)}`,
  vectors: { exact: 'The signal vectors', estimated: 'The signal span: leading singular vectors of the clean patches' },
};
