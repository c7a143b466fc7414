import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { npyHeader, type NpyArray } from './npy';
import { writeNpz } from './npz';

async function unzipped(arrays: Record<string, NpyArray>, texts?: Record<string, string>) {
  const parts = await writeNpz(arrays, texts);
  return unzipSync(new Uint8Array(await new Blob(parts).arrayBuffer()));
}

/** A reader of NPY 1.0, written from its description. */
function readNpy(bytes: Uint8Array) {
  const length = bytes[8]! + 256 * bytes[9]!;
  const header = new TextDecoder('latin1').decode(bytes.subarray(10, 10 + length));
  const [, descr, shape] = /^\{'descr': '(<[if][48])', 'fortran_order': False, 'shape': \(([\d, ]*)\), \} *\n$/.exec(
    header,
  )!;
  const view = new DataView(bytes.buffer, bytes.byteOffset + 10 + length, bytes.length - 10 - length);
  const size = Number(descr![2]);
  const values = Array.from({ length: view.byteLength / size }, (_, i) =>
    descr === '<f8'
      ? view.getFloat64(8 * i, true)
      : descr === '<f4'
        ? view.getFloat32(4 * i, true)
        : view.getInt32(4 * i, true),
  );
  return {
    values,
    shape: shape!
      .split(',')
      .filter((text) => text.trim() !== '')
      .map(Number),
    aligned: (10 + length) % 64 === 0,
  };
}

describe('an NPZ file', () => {
  it('comes back as it was written: values, shapes and types', async () => {
    const numbers = fc.oneof(
      fc.float64Array({ maxLength: 30 }),
      fc.float32Array({ maxLength: 30 }),
      fc.int32Array({ maxLength: 30 }),
    );
    await fc.assert(
      fc.asyncProperty(numbers, async (values) => {
        const files = await unzipped({
          a: { values, shape: [values.length] },
          b: { values, shape: [1, values.length, 1] },
        });
        expect(readNpy(files['a.npy']!)).toEqual({ values: [...values], shape: [values.length], aligned: true });
        expect(readNpy(files['b.npy']!).shape).toEqual([1, values.length, 1]);
      }),
      { numRuns: 50 },
    );
  });

  it('writes a part of a larger buffer as that part', async () => {
    const values = Float64Array.from([1, 2, 3, 4, 5, 6]).subarray(2, 4);
    expect(readNpy((await unzipped({ part: { values, shape: [2] } }))['part.npy']!).values).toEqual([3, 4]);
  });

  it('holds texts beside the arrays, and is the same bytes every time', async () => {
    const write = async () =>
      new Uint8Array(
        await new Blob(
          await writeNpz({ a: { values: new Int32Array([7]), shape: [1] } }, { 'parameters.json': '{"σ":0.2}' }),
        ).arrayBuffer(),
      );
    const bytes = await write();
    expect(await write()).toEqual(bytes);
    expect(new TextDecoder().decode(unzipSync(bytes)['parameters.json'])).toBe('{"σ":0.2}');
  });

  it('refuses a shape that does not fit its values', () => {
    expect(() => npyHeader({ values: new Float64Array(6), shape: [2, 4] })).toThrow(
      'an array of shape 2 × 4 has 8 values, not 6',
    );
  });
});
