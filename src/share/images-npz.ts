import type { NpyArray } from '../formats/npy';
import { writeNpz } from '../formats/npz';
import type { ImageCollection } from '../images/own/collection';

/** Bytes of pixels that travel in a file at most. */
export const mostTravelling = 60e6;

interface Entries {
  readonly arrays: Readonly<Record<string, NpyArray>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** A collection as entries of an NPZ file: `readCollection` makes the same of them, with the same hash. */
export function imagesEntries({
  height,
  width,
  channels,
  classes,
  labels,
  pixels,
  train,
}: Omit<ImageCollection, 'hash' | 'name'>): Entries {
  const size = height * width * channels,
    count = labels.length;
  const set = (name: string, from: number, to: number): Record<string, NpyArray> => ({
    [`own_images/${name}images`]: {
      values: pixels.subarray(from * size, to * size),
      shape: [to - from, height, width, ...(channels === 3 ? [3] : [])],
    },
    [`own_images/${name}labels`]: { values: Int32Array.from(labels.subarray(from, to)), shape: [to - from] },
  });
  return {
    arrays: train < count ? { ...set('train_', 0, train), ...set('test_', train, count) } : set('', 0, count),
    texts: { 'own_images/classes.txt': classes.join('\n') },
  };
}

/** A collection as an NPZ file, in base64: how it travels in JSON. */
export async function imagesText(collection: ImageCollection): Promise<string> {
  const { arrays, texts } = imagesEntries(collection);
  const parts = await writeNpz(arrays, texts);
  let binary = '';
  for (const part of parts)
    // In strides, as arguments are limited.
    for (let at = 0; at < part.length; at += 8192) binary += String.fromCharCode(...part.subarray(at, at + 8192));
  return btoa(binary);
}

/** The bytes of `imagesText`. @throws where it is no base64. */
export const imagesBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
