/** Which part of `from` pixels each of `to` covers: the first, the last, and the weights of both; those between count whole. */
interface Cover {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly head: Float64Array;
  readonly tail: Float64Array;
}

const covers = new Map<number, Cover>();

function coverOf(from: number, to: number): Cover {
  const key = from * 0x10000 + to;
  const known = covers.get(key);
  if (known) return known;
  const cover = {
    first: new Int32Array(to),
    last: new Int32Array(to),
    head: new Float64Array(to),
    tail: new Float64Array(to),
  };
  for (let i = 0; i < to; i++) {
    // In units of 1/to of a pixel all is whole, and rounds alike everywhere.
    const start = i * from,
      end = start + from;
    const first = Math.floor(start / to),
      last = Math.ceil(end / to) - 1;
    cover.first[i] = first;
    cover.last[i] = last;
    cover.head[i] = first === last ? from / to : ((first + 1) * to - start) / to;
    cover.tail[i] = (end - last * to) / to;
  }
  if (covers.size > 500) covers.clear();
  covers.set(key, cover);
  return cover;
}

/** A square within a picture. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** The largest square in the middle of a picture. */
export function centreSquare(height: number, width: number): Square {
  const side = Math.min(height, width);
  return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), side };
}

/**
 * The mean over the area that each of `to` × `to` pixels covers of a square in a picture of `width` pixels a row; larger
 * squares are made of smaller ones by the same rule.
 * @param values of one channel: pixel (x, y) is `values[at + (y · width + x) · pitch]`.
 * @param target [to × to] from `start`, row-major.
 */
export function areaAverage(
  values: ArrayLike<number>,
  { width, pitch, at }: { readonly width: number; readonly pitch: number; readonly at: number },
  { left, top, side }: Square,
  to: number,
  target: Float64Array,
  start: number,
): void {
  const { first, last, head, tail } = coverOf(side, to);
  const area = (side / to) ** 2;
  for (let y = 0; y < to; y++) {
    for (let x = 0; x < to; x++) {
      let sum = 0;
      for (let row = first[y]!; row <= last[y]!; row++) {
        const weight = row === first[y] ? head[y]! : row === last[y] ? tail[y]! : 1;
        const from = at + ((top + row) * width + left) * pitch;
        let line = 0;
        for (let column = first[x]!; column <= last[x]!; column++) {
          const share = column === first[x] ? head[x]! : column === last[x] ? tail[x]! : 1;
          line += share * values[from + column * pitch]!;
        }
        sum += weight * line;
      }
      target[start + y * to + x] = sum / area;
    }
  }
}
