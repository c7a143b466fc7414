import { accuracy, logisticLoss, testFigures } from '../../network/loss';
import type { CreateTrainer } from '../trainer';

/** The oracle's arithmetic as a backend: double precision, plain TypeScript, every network, runs everywhere. */
export const createCpuTrainer: CreateTrainer = async (problem) => {
  const { architecture, train, test, lr } = problem;
  const matrices = problem.matrices.map((matrix) => ({ ...matrix, values: matrix.values.slice() }));
  const slopes = matrices.map(({ values }) => new Float64Array(values.length));
  const rates = architecture.rates(problem, lr);
  let step = 0;
  return {
    backend: 'cpu',
    device: '',
    async advance(count, onProgress) {
      for (let done = 0; done < count; done++) {
        const heard = onProgress && ((images: number) => onProgress((done + images / train.count) / count));
        architecture.gradient(matrices, problem, train, slopes, heard);
        matrices.forEach(({ values }, k) => move(values, slopes[k]!, rates[k]!));
        step += 1;
      }
    },
    async read(tested = true) {
      const f = architecture.forward(matrices, problem, train).outputs;
      return {
        step,
        loss: logisticLoss(f, train.labels),
        trainAccuracy: accuracy(f, train.labels),
        ...testFigures(tested && test ? architecture.forward(matrices, problem, test).outputs : null, test?.labels),
        matrices: matrices.map((matrix) => ({ ...matrix, values: matrix.values.slice() })),
      };
    },
    dispose() {},
  };
};

function move(values: Float64Array, slope: Float64Array, rate: number): void {
  for (let i = 0; i < values.length; i++) values[i]! -= rate * slope[i]!;
}
