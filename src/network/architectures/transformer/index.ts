import type { Architecture } from '../../architecture';
import { embedding, imageEmbedding } from '../../embeddings';
import { filterMatrix } from '../../filters';
import { initialFilters } from '../../initialise';
import { mixingMatrix } from '../../mixing';
import { TransformerPass } from './pass';
import { transformerShape } from './shape';

/** Standard deviation of the mixing matrices, times √(their columns): little beside the connections that skip them. */
const mixingScale = 0.1;

/**
 * The patch transformer: one block with one head, read by a class token c that stays as drawn. t_p = φ(E x_p),
 * s_p = ⟨W_Q c, W_K t_p⟩/√k, α = softmax_p(s), b = P Σ α_p t_p, o = b + W_V b, v = o + relu(W_M o), f = ⟨a, v⟩, a = ±1/m by
 * class. A linear token is E x_p as it is. With attention alike on all patches and W_V = W_M = 0 it is the two-layer CNN.
 */
export const transformer: Architecture = {
  ...transformerShape,
  seen: (images) => images,
  init(experiment, stream) {
    const { m, init } = experiment;
    const [filters, token, ...mixing] = transformerShape.matrices(experiment);
    const plus = stream('filters of class +1'),
      minus = stream('filters of class -1');
    const scale = 1 / Math.sqrt(2 * m);
    return [
      filterMatrix(initialFilters(m, filters!.columns, init, plus, minus), m),
      { ...mixingMatrix('c', 1, 2 * m, scale, stream('class token')), role: token!.role },
      ...mixing.map(({ name, rows, columns }) =>
        mixingMatrix(name, rows, columns, rows === columns ? mixingScale * scale : scale, stream(name)),
      ),
    ];
  },
  forward(matrices, settings, images) {
    const pass = new TransformerPass(matrices, settings, images);
    const { count, patches } = images;
    const outputs = new Float64Array(count),
      attention = new Float64Array(count * patches);
    for (let i = 0; i < count; i++) {
      outputs[i] = pass.forward(i);
      attention.set(pass.attention, i * patches);
    }
    return { outputs, attention };
  },
  gradient(matrices, settings, images, into, onImage) {
    const pass = new TransformerPass(matrices, settings, images);
    for (const slopes of into) slopes.fill(0);
    for (let i = 0; i < images.count; i++) {
      pass.backward(i, pass.forward(i), into);
      onImage?.(i + 1);
    }
    pass.finish(into);
  },
  embed(matrices, settings, images) {
    const pass = new TransformerPass(matrices, settings, images);
    const { count, patches } = images,
      { rows: units } = matrices[0]!;
    const tokens = new Float64Array(count * patches * units),
      read = new Float64Array(count * units),
      seen = new Float64Array(count * units);
    for (let i = 0; i < count; i++) {
      pass.forward(i);
      tokens.set(pass.tokens, i * patches * units);
      read.set(pass.read, i * units);
      seen.set(pass.last, i * units);
    }
    const pooled = (values: Float64Array) => ({ rows: count, columns: units, values });
    return [
      imageEmbedding(images),
      embedding('t', images, tokens, units),
      { name: 'o', patch: null, pooled: pooled(read) },
      { name: 'v', patch: null, pooled: pooled(seen) },
    ];
  },
  rates({ width, token }, lr) {
    const attention = token === 'linear' ? lr : lr / 5,
      mixing = token === 'linear' ? lr / 10 : lr / 50;
    return [lr * width, 0, attention, attention, mixing, mixing];
  },
};
