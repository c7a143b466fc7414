import type { TensorInfo } from '@tensorflow/tfjs';
import type { WebglContext } from './context';

/**
 * Matrices on the GPU, in tfjs's packed layout: texel (x, y) holds rows 2y, 2y + 1 and columns 2x, 2x + 1 as
 * (row 0 col 0, row 0 col 1, row 1 col 0, row 1 col 1), zero beyond the edge. Two texels then meet in eight
 * multiply-adds, along rows as along columns, so one copy of the images serves the products of both directions.
 */
export type Matrix = TensorInfo;

/** Width and height in texels of a packed [rows × columns] matrix. */
function texelSize(rows: number, columns: number): [width: number, height: number] {
  return [Math.ceil(columns / 2), Math.ceil(rows / 2)];
}

/**
 * Columns to lay out for a matrix that is read down its columns. Rows whose length is a multiple of 128 bytes start in
 * few sets of a processor's cache and evict each other, which costs a software renderer a quarter of the gradient.
 */
export function spreadColumns(columns: number): number {
  const width = Math.ceil(columns / 2);
  return width % 8 === 0 ? 2 * width + 2 : columns;
}

/**
 * Uploads [rows × columns] values, row-major, rounded to single precision, to a matrix of `laidOut` columns; the
 * columns beyond, and rows that `values` does not reach, are zero.
 * Packed here and not by tfjs, which would compile a program for each shape and hold the matrix twice meanwhile.
 */
export function upload(
  { backend, gl }: WebglContext,
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  laidOut = columns,
): Matrix {
  const matrix = backend.makeTensorInfo([rows, laidOut], 'float32');
  backend.texData.get(matrix.dataId).isPacked = true;
  const [width, height] = texelSize(rows, laidOut);
  const texels = new Float32Array(4 * width * height);
  const given = Math.min(rows, Math.floor(values.length / columns));
  for (let row = 0; row < given; row++) {
    const to = 4 * width * (row >> 1) + 2 * (row & 1);
    const from = row * columns;
    for (let column = 0; column < columns; column++)
      texels[to + 4 * (column >> 1) + (column & 1)] = values[from + column]!;
  }
  gl.bindTexture(gl.TEXTURE_2D, backend.getTexture(matrix.dataId));
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RGBA, gl.FLOAT, texels);
  gl.bindTexture(gl.TEXTURE_2D, null);
  return matrix;
}

/** Releases matrices; each may be given once only. */
export function release({ backend }: WebglContext, ...matrices: readonly Matrix[]): void {
  for (const matrix of matrices) backend.disposeIntermediateTensorInfo(matrix);
}

/** A copy of several matrices on its way from the GPU; `finish` may be called once the queue has been fenced. */
export interface ReadBack {
  /** The matrices' values, row-major, in the order asked for. */
  finish(): Float32Array[];
}

/** Queues a copy of the matrices into one buffer, in their state after all draws issued so far. Does not wait. */
export function startReadBack({ backend, gl }: WebglContext, matrices: readonly Matrix[]): ReadBack {
  const sizes = matrices.map(({ shape }) => texelSize(shape[0]!, shape[1]!));
  const floats = sizes.reduce((sum, [width, height]) => sum + 4 * width * height, 0);
  const buffer = gl.createBuffer();
  const framebuffer = gl.createFramebuffer();
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
  gl.bufferData(gl.PIXEL_PACK_BUFFER, 4 * floats, gl.STREAM_READ);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  let offset = 0;
  matrices.forEach((matrix, i) => {
    const [width, height] = sizes[i]!;
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, backend.getTexture(matrix.dataId), 0);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, offset);
    offset += 16 * width * height;
  });
  gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  gl.deleteFramebuffer(framebuffer);
  return {
    finish() {
      const texels = new Float32Array(floats);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
      gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, texels);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
      gl.deleteBuffer(buffer);
      let start = 0;
      return matrices.map(({ shape }, i) => {
        const values = unpack(texels.subarray(start), shape[0]!, shape[1]!);
        const [width, height] = sizes[i]!;
        start += 4 * width * height;
        return values;
      });
    },
  };
}

function unpack(texels: Float32Array, rows: number, columns: number): Float32Array {
  const [width] = texelSize(rows, columns);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const from = 4 * width * (row >> 1) + 2 * (row & 1);
    const to = row * columns;
    for (let column = 0; column < columns; column++)
      values[to + column] = texels[from + 4 * (column >> 1) + (column & 1)]!;
  }
  return values;
}
