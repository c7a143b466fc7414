import type { Science } from '../experiment/parameters';
import type { Assets } from './assets';
import type { ImageSet } from './patched-images';
import { mnistImages } from './sources/digits/draw';
import type { ImageKind } from './sources/list';
import { ownImages } from './sources/own/draw';
import { syntheticImages } from './sources/synthetic/draw';

/** Draws the images of an experiment. At σ = 0 these are the clean images. Rejects with a ProblemError where assets cannot be had. */
export type Draw = (science: Science, assets: Assets) => Promise<ImageSet>;

/**
 * How each kind is drawn. Apart from what the sources are (`list.ts`), because the page asks that much before its first
 * figure, and only workers and the command line draw.
 */
export const draws: Readonly<Record<ImageKind, Draw>> = {
  synthetic: async (science) => syntheticImages(science),
  mnist: (science, { digits }) => mnistImages(science, digits),
  fashion: (science, { fashion }) => mnistImages(science, fashion),
  file: (science, { own }) => ownImages(science, own),
};
