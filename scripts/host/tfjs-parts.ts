/**
 * Parts of tfjs that a script holds only where it uses something of them. `@tensorflow/tfjs` is a bundle of packages: whoever
 * imports one operation from it would also get Keras-like layers, model converters, pipelines of data, all kernels and all
 * gradients, more than twice as many bytes, as each registers itself when it is loaded. What trains here registers what it
 * needs by itself (src/training/backends/webgl/kernels.ts).
 */
const parts = new RegExp(
  [
    '/@tensorflow/tfjs(?:-layers|-converter|-data|-backend-cpu)?/',
    '/@tensorflow/tfjs-core/dist/(?:register_all_gradients|public/chained_ops/.*)\\.js$',
    '/@tensorflow/tfjs-backend-webgl/dist/(?:index|base|register_all_kernels)\\.js$',
  ].join('|'),
);

/** For the builds of pages and workers. */
export const tfjsInParts = { treeshake: { moduleSideEffects: [{ test: parts, sideEffects: false }] } };
