import type { Mending } from '../images/sources/source';
import { defaults, type Science } from './parameters';
import { imageShape, patchDimension } from './shape';

/** Width that the transformer needs, whose queries and keys have as many numbers. */
const leastTransformerWidth = 16;
/** Pixels of an image beyond which filters as large as it fill the memory. */
const mostPixels = 4096;

/** What cannot be as it is of a network and its training on images that can be; each mending is of another field. */
export function mendNetwork(science: Science): readonly Mending[] {
  const { net, depth, token, m, batch, n } = science;
  const mended: Mending[] = [];
  const { patches } = imageShape(science);
  const pixels = patches * patchDimension(science);
  if (net === 'dense' && pixels > mostPixels) {
    const problem = { kind: 'image-too-large', patches, pixels, most: mostPixels } as const;
    mended.push({ field: 'net', value: 'cnn', problem });
  }
  if (depth !== defaults.depth && net !== 'deep') {
    const problem = { kind: 'only-with', net: 'deep', used: String(defaults.depth) } as const;
    mended.push({ field: 'depth', value: defaults.depth, problem });
  }
  if (token !== defaults.token && net !== 'transformer') {
    const problem = { kind: 'only-with', net: 'transformer', used: defaults.token } as const;
    mended.push({ field: 'token', value: defaults.token, problem });
  }
  if (net === 'transformer' && m < leastTransformerWidth)
    mended.push({
      field: 'm',
      value: leastTransformerWidth,
      problem: { kind: 'too-narrow', least: leastTransformerWidth },
    });
  if (batch > n) mended.push({ field: 'batch', value: 0, problem: { kind: 'batch-too-large', n } });
  return mended;
}
