import { FullyConnLayer, Vol } from 'convnetjs';
import { huberizedRelu } from '../../src/network/activation';
import { lossSlope } from '../../src/network/loss';
import { leading } from '../../src/network/matrices';
import type { Peer } from './peer';

/**
 * ConvNetJS has no Huberized ReLU and no filters shared between patches that are not neighbours, so its own fully
 * connected layer makes both products, patch by patch, and the activation between them is written here. Its backward
 * product also computes the gradient in the input, which nobody reads: the library cannot leave it out. Biases stay 0.
 */
export const convnetJs: Peer = {
  async start(problem) {
    const { train, width, lr, q, kappa } = problem;
    const { values: filters } = leading(problem);
    const { count, patches, dimension, values, labels } = train;
    const { value, slope } = huberizedRelu(q, kappa);
    const layer = new FullyConnLayer({ in_sx: 1, in_sy: 1, in_depth: dimension, num_neurons: 2 * width, bias_pref: 0 });
    layer.filters.forEach((filter, r) => filter.w.set(filters.subarray(r * dimension, (r + 1) * dimension)));
    const rows = Array.from({ length: count * patches }, (_, row) => {
      const volume = new Vol(1, 1, dimension, 0);
      volume.w.set(values.subarray(row * dimension, (row + 1) * dimension));
      return volume;
    });

    const trainOn = (image: number) => {
      const inputs = rows.slice(image * patches, (image + 1) * patches);
      const sums = inputs.map((input) => layer.forward(input, true));
      let f = 0;
      for (const { w } of sums) for (let r = 0; r < 2 * width; r++) f += r < width ? value(w[r]!) : -value(w[r]!);
      const scale = lossSlope(f / width, labels[image]!, count) / width;
      sums.forEach((sum, p) => {
        for (let r = 0; r < 2 * width; r++) sum.dw[r] = slope(sum.w[r]!) * (r < width ? scale : -scale);
        layer.in_act = inputs[p]!;
        layer.out_act = sum;
        layer.backward();
      });
    };
    const move = () => {
      for (const { w, dw } of layer.filters) {
        for (let k = 0; k < dimension; k++) w[k]! -= lr * width * dw[k]!;
        dw.fill(0);
      }
    };
    return {
      device: '',
      async advance(steps) {
        for (let step = 0; step < steps; step++) {
          for (let image = 0; image < count; image++) trainOn(image);
          move();
        }
      },
      filters: async () => layer.filters.flatMap(({ w }) => [...w]),
      dispose() {},
    };
  },
};
