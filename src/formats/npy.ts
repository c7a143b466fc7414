/** The element types that are written, with their names in NumPy; little-endian, as every platform with a browser is. */
export type NpyValues = Float64Array | Float32Array | Int32Array | Uint8Array;

export interface NpyArray {
  /** In C order: the last index varies fastest. */
  readonly values: NpyValues;
  readonly shape: readonly number[];
}

/** The header's length is a multiple of this, so that the values can be mapped into memory. */
const alignment = 64;
const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]; // \x93NUMPY, version 1.0

function typeName(values: NpyValues): string {
  if (values instanceof Uint8Array) return '|u1';
  return values instanceof Float64Array ? '<f8' : values instanceof Float32Array ? '<f4' : '<i4';
}

/** Header of an NPY file, version 1.0 (numpy.lib.format). @throws RangeError where shape and values do not fit. */
export function npyHeader({ values, shape }: NpyArray): Uint8Array<ArrayBuffer> {
  const count = shape.reduce((product, extent) => product * extent, 1);
  if (count !== values.length)
    throw new RangeError(`an array of shape ${shape.join(' × ')} has ${count} values, not ${values.length}`);
  // A tuple of one needs its comma.
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const text = `{'descr': '${typeName(values)}', 'fortran_order': False, 'shape': ${tuple}, }`;
  const before = magic.length + 2;
  const length = Math.ceil((before + text.length + 1) / alignment) * alignment - before;
  const header = new Uint8Array(before + length).fill(0x20);
  header.set(magic);
  header[8] = length & 255;
  header[9] = length >> 8;
  for (let i = 0; i < text.length; i++) header[before + i] = text.charCodeAt(i);
  header[header.length - 1] = 0x0a;
  return header;
}

/** The values as bytes, without a copy. */
export function npyBytes({ values }: NpyArray): Uint8Array<ArrayBuffer> {
  return new Uint8Array(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
}
