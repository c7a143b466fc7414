/**
 * The kernel: AssemblyScript, compiled by `scripts/build-kernel.mjs` into a plain SIMD and a relaxed SIMD binary. It trains,
 * and in instances of its own multiplies for the data's spectrum (`addGram`): 0.6 kB more, one loader for both.
 * It allocates nothing: the caller lays out one imported memory (see `backends/wasm/layout.ts`) and passes byte offsets.
 *
 * One step: `forward` over all panels of rows, residuals by the caller, `accumulate` over all blocks of rows, `update`. Two
 * instances may hold a class of filters each (`hold`): what the first one sums up of a row is where the second one begins, so
 * that both together come to the bits of one that holds all.
 */
export { configure, hold } from './shape';
export { forward2, forward3, forward4, forwardReal } from './forward';
export {
  prepare, accumulate1, accumulate2, accumulate3, accumulate4, accumulate5, accumulate6, accumulate7,
} from './backward';
export { update } from './update';
export { addGram } from './gram';
