import type { PatchedImages } from '../../../images/patched-images';
import type { WebglContext } from './context';
import { release, spreadColumns, upload, type Matrix } from './textures';

/**
 * Multiply-adds of one draw at most: about half a second in software, milliseconds on a GPU, where Windows resets the
 * driver after about two seconds.
 */
const drawWork = 2 ** 29;

/** Images on the GPU, cut into equal chunks, each small enough for one texture and one draw. */
export interface UploadedImages {
  /** Number of images, n. */
  readonly count: number;
  /** Images in each chunk, even; the last chunk is filled up with empty images of label 0, which train nothing. */
  readonly perChunk: number;
  readonly patches: number;
  readonly dimension: number;
  readonly chunks: readonly ImageChunk[];
  /** [n], each +1 or −1: all that is kept of the images on this side. */
  readonly labels: PatchedImages['labels'];
  readonly turned: PatchedImages['turned'];
}

export interface ImageChunk {
  /** [perChunk·P × d], with spread columns. */
  readonly patches: Matrix;
  /** [perChunk × 2]: the label, and a zero. */
  readonly labels: Matrix;
}

/** Uploads images for a network of `filters` (2m) filters in all. */
export function uploadImages(context: WebglContext, images: PatchedImages, filters: number): UploadedImages {
  const { count, patches, dimension, values, labels, turned } = images;
  const maxRows = 2 * (context.gl.getParameter(context.gl.MAX_TEXTURE_SIZE) as number);
  const perChunk = chunkSize(count, Math.min(maxRows / patches, drawWork / (patches * dimension * filters)));
  const size = patches * dimension;
  const chunks: ImageChunk[] = [];
  for (let first = 0; first < count; first += perChunk) {
    const end = Math.min(first + perChunk, count);
    const paired = new Float32Array(2 * perChunk);
    for (let i = first; i < end; i++) paired[2 * (i - first)] = labels[i]!;
    chunks.push({
      patches: upload(
        context,
        values.subarray(first * size, end * size),
        perChunk * patches,
        dimension,
        spreadColumns(dimension),
      ),
      labels: upload(context, paired, perChunk, 2),
    });
  }
  return { count, perChunk, patches, dimension, chunks, labels, turned };
}

export function releaseImages(context: WebglContext, { chunks }: UploadedImages): void {
  for (const { patches, labels } of chunks) release(context, patches, labels);
}

/** The even size of the fewest equal chunks that hold at most `limit` images each (but at least 2). */
export function chunkSize(count: number, limit: number): number {
  const most = Math.max(2, 2 * Math.floor(limit / 2));
  return 2 * Math.ceil(count / Math.ceil(count / most) / 2);
}
