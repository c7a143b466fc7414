import type { Architecture } from '../../architecture';
import { embedding, imageEmbedding } from '../../embeddings';
import { filterMatrix } from '../../filters';
import { initialFilters } from '../../initialise';
import { mixingMatrix } from '../../mixing';
import { DeepPass } from './pass';
import { deepShape, layers } from './shape';

/** Standard deviation of a mixing matrix, times √(its columns): little beside the connection that skips it. */
const mixingScale = 0.1;
/** How much slower mixing matrices move than a filter. */
const mixingPace = 1 / 15;

/**
 * The deep CNN: every patch goes through L − 1 layers and a fixed head, with connections that skip each layer of mixing:
 * h₁ = φ(W₁x), h_l = h_{l−1} + relu(W_l h_{l−1}), f = Σ_p ⟨a, h_{L−1}⟩, a = ±1/m by class. With L = 2 it is the two-layer CNN.
 */
export const deep: Architecture = {
  ...deepShape,
  seen: (images) => images,
  init(experiment, stream) {
    const { m, init } = experiment;
    const [filters, ...mixing] = deepShape.matrices(experiment);
    const plus = stream('filters of class +1'),
      minus = stream('filters of class -1');
    return [
      filterMatrix(initialFilters(m, filters!.columns, init, plus, minus), m),
      ...mixing.map(({ name, rows, columns }) =>
        mixingMatrix(name, rows, columns, mixingScale / Math.sqrt(columns), stream(name)),
      ),
    ];
  },
  forward(matrices, settings, images) {
    const pass = new DeepPass(matrices, settings, images);
    return { outputs: Float64Array.from({ length: images.count }, (_, i) => pass.forward(i)) };
  },
  gradient(matrices, settings, images, into, onImage) {
    const pass = new DeepPass(matrices, settings, images);
    for (const slopes of into) slopes.fill(0);
    for (let i = 0; i < images.count; i++) {
      pass.backward(i, pass.forward(i), into);
      onImage?.(i + 1);
    }
  },
  embed(matrices, settings, images) {
    const pass = new DeepPass(matrices, settings, images);
    const { count, patches } = images,
      { rows } = matrices[0]!;
    const all = matrices.map(() => new Float64Array(count * patches * rows));
    for (let i = 0; i < count; i++) {
      pass.forward(i);
      all.forEach((values, l) => values.set(pass.layers[l]!, i * patches * rows));
    }
    return [imageEmbedding(images), ...all.map((values, l) => embedding(`h${l + 1}`, images, values, rows))];
  },
  rates: ({ width, depth }, lr) => [lr * width, ...layers.slice(0, depth - 2).map(() => lr * mixingPace)],
};
