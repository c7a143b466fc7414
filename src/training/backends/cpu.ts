import { gradient } from '../../network/architectures/cnn/gradient';
import { filterMatrix } from '../../network/architectures/cnn/filters';
import { leading } from '../../network/matrices';
import { accuracy, logisticLoss } from '../../network/loss';
import { outputs, type Network } from '../../network/architectures/cnn/forward';
import type { CreateTrainer } from '../trainer';

/** The oracle's arithmetic as a backend: double precision, plain TypeScript, runs everywhere. */
export const createCpuTrainer: CreateTrainer = async (problem) => {
  const { train, test, width, lr, q, kappa } = problem;
  const filters = leading(problem).values.slice();
  const network: Network = { filters, width, q, kappa };
  const slope = new Float64Array(filters.length);
  const rate = lr * width;
  let step = 0;
  return {
    backend: 'cpu',
    device: '',
    async advance(count, onProgress) {
      for (let done = 0; done < count; done++) {
        gradient(network, train, slope, onProgress && ((images) => onProgress((done + images / train.count) / count)));
        for (let i = 0; i < filters.length; i++) filters[i]! -= rate * slope[i]!;
        step += 1;
      }
    },
    async read() {
      const f = outputs(network, train);
      return {
        step,
        loss: logisticLoss(f, train.labels),
        trainAccuracy: accuracy(f, train.labels),
        testAccuracy: test && accuracy(outputs(network, test), test.labels),
        matrices: [filterMatrix(filters.slice(), width)],
      };
    },
    dispose() {},
  };
};
