import type { Plugin } from 'vite';

/** Glue of the decoders of pictures, which would have its binary as a file beside it. */
const glue = /@jsquash\/\w+\/codec\/dec\/\w+_dec\.js$/;
const beside = /new URL\(\s*"[\w.]+\.wasm"\s*,\s*import\.meta\.url\s*\)\.href/g;

/** Decoders get their binaries as text (`codec-bytes.ts`), so that no second copy is built. */
export function inlinedCodecs(): Plugin {
  return {
    name: 'inlined codecs',
    enforce: 'pre',
    transform: (code, id) => (glue.test(id.split('?')[0]!) ? { code: code.replaceAll(beside, '""'), map: null } : null),
  };
}
