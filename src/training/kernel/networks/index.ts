/**
 * The kernel of every network but the plain two-layer one, in a binary of its own: products of panels of rows with weights,
 * forward, back to the layer below and into the weights, with what becomes of the sums decided while they are in registers;
 * attention; rules of a step. The caller composes networks of them (`backends/wasm/networks`) and lays out the memory.
 *
 * Rows (patches, or images in a transformer) come in panels of eight, [panel][unit][8], so that what one product writes the next
 * one reads, in every layer and in both directions. Units are padded to a multiple of four with zeros.
 */
export { configure } from '../shape';
export {
  productIdentity, productRelu, product2, product3, product4, productReal, productResidual, productSum, productGated,
} from './product';
export { accumulate } from './accumulate';
export { gather, scatter, tile, tileTransposed } from './pack';
export { sums, seed, seedTokens } from './rows';
export { pool, agree, spread } from './attention';
export { descend, momentum, adam } from './step';
