import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ImageCollection } from './collection';

/** The first 16 hex digits of the SHA-256 over what a collection holds; its name and those of its files do not enter. */
export function hashOf({
  height,
  width,
  channels,
  classes,
  train,
  labels,
  pixels,
}: Omit<ImageCollection, 'hash' | 'name'>): string {
  const head = JSON.stringify({ height, width, channels, classes, train, count: labels.length });
  const written = new Uint8Array(2 * labels.length);
  // Least significant byte first, whatever this machine does.
  labels.forEach((label, i) => {
    written[2 * i] = label & 255;
    written[2 * i + 1] = label >> 8;
  });
  const hash = sha256.create().update(new TextEncoder().encode(head)).update(written).update(pixels);
  return bytesToHex(hash.digest()).slice(0, 16);
}
