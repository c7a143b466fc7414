import { testFigures, trainFigures } from '../../network/loss';
import { imagesAt } from '../batches';
import { moveBy } from '../optimiser';
import type { CreateTrainer } from '../trainer';

/** The oracle's arithmetic as a backend: double precision, plain TypeScript, every network, runs everywhere. */
export const createCpuTrainer: CreateTrainer = async (problem) => {
  const { architecture, train, test, batches, rates, optimiser, width } = problem;
  const matrices = problem.matrices.map((matrix) => ({ ...matrix, values: matrix.values.slice() }));
  const slopes = matrices.map(({ values }) => new Float64Array(values.length));
  const moves = matrices.map(({ values }, k) => moveBy(optimiser, width, rates[k]!, values.length));
  let step = 0;
  return {
    backend: 'cpu',
    device: '',
    async advance(count, onProgress) {
      for (let done = 0; done < count; done++) {
        const images = batches ? imagesAt(train, batches(step)) : train;
        const heard = onProgress && ((seen: number) => onProgress((done + seen / images.count) / count));
        architecture.gradient(matrices, problem, images, slopes, heard);
        moves.forEach((move, k) => move(matrices[k]!.values, slopes[k]!));
        step += 1;
      }
    },
    async read(tested = true) {
      const f = architecture.forward(matrices, problem, train).outputs;
      return {
        step,
        ...trainFigures(f, train),
        ...testFigures(tested && test ? architecture.forward(matrices, problem, test).outputs : null, test?.labels),
        matrices: matrices.map((matrix) => ({ ...matrix, values: matrix.values.slice() })),
      };
    },
    dispose() {},
  };
};
