import jpegModule from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import webpModule from '@jsquash/webp/codec/dec/webp_dec.js';
import { jpegCodec, webpCodec } from './codec-bytes';

/** Of `ImageData`, whose members are no properties of its own in browsers. */
type Picture = Pick<ImageData, 'width' | 'height' | 'data'>;
type Decode = (bytes: Uint8Array<ArrayBuffer>) => Picture | null;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Loaded when the first picture of a format comes; anew after one that broke it, as memory is lost with it. */
const loaded: { JPEG?: Promise<Decode> | undefined; WebP?: Promise<Decode> | undefined } = {};

const silent = () => {};
const options = (wasm: string) => ({
  noInitialRun: true,
  wasmBinary: bytesOf(wasm).buffer,
  print: silent,
  printErr: silent,
});

async function load(format: 'JPEG' | 'WebP'): Promise<Decode> {
  if (format === 'JPEG') {
    const module = await jpegModule(options(jpegCodec));
    return (bytes) => module.decode(bytes, false);
  }
  const module = await webpModule(options(webpCodec));
  return (bytes) => module.decode(bytes);
}

/** Decodes by a library in WebAssembly (MozJPEG, libwebp), the same everywhere. Throws what the library throws. */
export async function decodeByCodec(format: 'JPEG' | 'WebP', bytes: Uint8Array<ArrayBuffer>): Promise<Picture> {
  try {
    const decode = await (loaded[format] ??= load(format));
    const picture = decode(bytes);
    if (!picture) throw new Error('nothing was decoded');
    const { width, height, data } = picture;
    return { width, height, data };
  } catch (error) {
    loaded[format] = undefined;
    throw error;
  }
}
