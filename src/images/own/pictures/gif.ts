import { GifReader } from 'omggif';

/** A picture as red, green, blue and opacity, [height × width × 4]. */
interface Decoded {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Lines of an interlaced picture come in four passes: from, and every. */
const passes = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

/** The first frame of a GIF; around it the picture is transparent. Throws where data are damaged or fewer than its pixels. */
export function decodeGif(bytes: Uint8Array): Decoded {
  const reader = new GifReader(bytes as unknown as Buffer);
  const { width, height } = reader;
  const frame = reader.frameInfo(0);
  const indices = unpack(bytes, frame.data_offset, frame.width * frame.height);
  const lines = frame.interlaced
    ? passes.flatMap(([from, every]) =>
        Array.from({ length: Math.max(0, Math.ceil((frame.height - from) / every)) }, (_, i) => from + i * every),
      )
    : Array.from({ length: frame.height }, (_, i) => i);
  const data = new Uint8Array(width * height * 4);
  lines.forEach((line, i) => {
    const y = frame.y + line;
    if (y >= height) return;
    for (let x = 0; x < frame.width && frame.x + x < width; x++) {
      const index = indices[i * frame.width + x]!;
      if (index === frame.transparent_index) continue;
      const colour = frame.palette_offset! + 3 * index,
        to = 4 * (y * width + frame.x + x);
      data.set(bytes.subarray(colour, colour + 3), to);
      data[to + 3] = 255;
    }
  });
  return { width, height, data };
}

/** Variable-length LZW as GIF has it: so many indices from blocks of data. Throws where there are fewer. */
function unpack(bytes: Uint8Array, at: number, count: number): Uint8Array {
  const least = bytes[at]!;
  if (!(least >= 1 && least <= 8)) throw new RangeError('no such code size');
  const clear = 1 << least;
  const out = new Uint8Array(count);
  const [prefix, suffix, length] = [new Uint16Array(4096), new Uint8Array(4096), new Uint16Array(4096)];
  for (let code = 0; code < clear; code++) {
    suffix[code] = code;
    length[code] = 1;
  }
  let next = clear + 2,
    size = least + 1,
    before = -1,
    filled = 0,
    bits = 0,
    held = 0,
    block = 0;
  at += 1;
  while (filled < count) {
    while (held < size) {
      if (block === 0) {
        block = bytes[at++] ?? 0;
        if (block === 0) throw new RangeError('fewer data than pixels');
      }
      if (at >= bytes.length) throw new RangeError('fewer data than pixels');
      bits |= bytes[at++]! << held;
      held += 8;
      block -= 1;
    }
    const code = bits & ((1 << size) - 1);
    bits >>>= size;
    held -= size;
    if (code === clear) {
      next = clear + 2;
      size = least + 1;
      before = -1;
      continue;
    }
    if (code === clear + 1 || code > next || (code === next && before < 0))
      throw new RangeError('a code out of its place');
    // A code that is being made is the one before and its own beginning again.
    const isNew = code === next && next < 4096;
    const whole = isNew ? before : code;
    let end = filled + length[whole]!;
    const total = end + (isNew ? 1 : 0);
    let walk = whole;
    while (end > filled) {
      end -= 1;
      if (end < count) out[end] = suffix[walk]!;
      walk = prefix[walk]!;
    }
    const first = out[filled]!;
    if (isNew && total - 1 < count) out[total - 1] = first;
    if (before >= 0 && next < 4096) {
      prefix[next] = before;
      suffix[next] = first;
      length[next] = length[before]! + 1;
      next += 1;
      if (next === 1 << size && size < 12) size += 1;
    }
    before = code;
    filled = total;
  }
  return out;
}
