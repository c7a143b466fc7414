import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { Peer } from './peer';
import { byHand } from './tfjs-by-hand';
import { networkByHand } from './tfjs-networks';

/** Its threaded build needs a cross-origin isolated page, which an embedded one is not, and gains nothing on two cores. */
export const tfjsWasm: Peer = {
  async start(problem) {
    // Absolute: the library resolves a relative path against its own script.
    const absolute = (url: string) => new URL(url, self.location.href).href;
    setWasmPaths({
      'tfjs-backend-wasm.wasm': absolute(plain),
      'tfjs-backend-wasm-simd.wasm': absolute(simd),
      // Never fetched here, but the library asks for all three.
      'tfjs-backend-wasm-threaded-simd.wasm': absolute(threaded),
    });
    if (!(await tf.setBackend('wasm'))) throw new Error('the WASM backend of tfjs did not start');
    const { name } = problem.architecture;
    const train = name === 'deep' || name === 'transformer' ? networkByHand : byHand;
    return train(problem, (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? 'SIMD, one thread' : 'no SIMD');
  },
};
