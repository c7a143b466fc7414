import type { Science } from '../../experiment/parameters';
import { digits, fashion } from './digits/source';
import { own } from './own/source';
import type { ImageSource } from './source';
import { synthetic } from './synthetic/source';

/** Every kind of images, in the order in which the page offers them: the values of `data`. */
export const sources = { synthetic, mnist: digits, fashion, file: own } as const satisfies Readonly<
  Record<string, ImageSource>
>;

export type ImageKind = keyof typeof sources;

/** The source of an experiment's images. */
export function sourceOf({ data }: Pick<Science, 'data'>): ImageSource {
  return sources[data];
}
