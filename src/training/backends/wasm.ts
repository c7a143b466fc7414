import type { PatchedImages } from '../../images/patched-images';
import { leading } from '../../network/matrices';
import { testFigures, trainFigures } from '../../network/loss';
import { problemNeedsNetworks } from '../needs-networks';
import { reporter } from '../reporter';
import type { CreateTrainer, Trainer, TrainerState, TrainingProblem } from '../trainer';
import { distinctRows } from './wasm/distinct-rows';
import { FilterBank, slicePanels, type BankProblem, type Seen } from './wasm/filter-bank';
import { bestVariant, type KernelVariant } from './wasm/kernel';
import { bothClasses } from './wasm/layout';

/**
 * Trains two layers by gradient descent on the processor, with the project's own SIMD kernel; what it does not know is for
 * `wasm/networks`. @throws BackendUnavailableError without SIMD or memory.
 */
export const createWasmTrainer: CreateTrainer = async (problem) => {
  if (problemNeedsNetworks(problem)) throw new Error('this is for the kernel of all networks');
  return createWasmTrainerWith(bestVariant(), problem);
};

/** The same with a given build of the kernel: for tests and benchmarks. */
export async function createWasmTrainerWith(variant: KernelVariant, problem: TrainingProblem): Promise<Trainer> {
  return new WasmTrainer(variant.device, problem, await FilterBank.make(variant, bankProblem(problem)));
}

/** A problem as its filters see it. */
export function bankProblem(problem: TrainingProblem): BankProblem {
  const { train, test, width, q, kappa, lr } = problem;
  const filters = leading(problem).values;
  return { train: seen(train), test: test && seen(test), width, q, kappa, lr, held: bothClasses, filters };
}

function seen(images: PatchedImages): Seen {
  const { count, patches, labels, dimension, values } = images;
  const { sources, rowOfPatch } = distinctRows(images);
  return { count, patches, labels, rowOfPatch, rows: { dimension, values, sources } };
}

/** What is told of outputs and filters of two layers. */
export function stateOf(
  problem: TrainingProblem,
  step: number,
  outputs: Float64Array,
  testOutputs: Float64Array | null,
  filters: Float32Array,
): TrainerState {
  return {
    step,
    ...trainFigures(outputs, problem.train),
    ...testFigures(testOutputs, problem.test?.labels),
    matrices: [{ ...leading(problem), values: filters }],
  };
}

/** The forward product's share of a step's time: the backward product skips inactive units. */
export const forwardShare = 0.6;

class WasmTrainer implements Trainer {
  readonly backend = 'wasm';
  private step = 0;
  /** Whether sums and slopes belong to the current filters: after a read, the next step need not compute them again. */
  private fresh = false;

  constructor(
    readonly device: string,
    private readonly problem: TrainingProblem,
    private readonly bank: FilterBank,
  ) {}

  async advance(count: number, onProgress?: (share: number) => void): Promise<void> {
    const report = reporter(count, onProgress);
    for (let done = 0; done < count; done++) {
      const outputs = this.forward((share) => report(done, forwardShare * share));
      this.fresh = false;
      this.bank.step(outputs, (share) => report(done, forwardShare + (1 - forwardShare) * share));
      this.step++;
    }
  }

  async read(tested = true): Promise<TrainerState> {
    const { problem, bank } = this;
    const outputs = this.forward();
    const isTested = tested && problem.test !== null;
    if (isTested) bank.forward('test', 0, bank.panels('test'));
    return stateOf(problem, this.step, outputs, isTested ? bank.testOutputs() : null, bank.read());
  }

  /** Nothing to release: the memory goes with the last reference to the trainer. */
  dispose(): void {}

  /** Outputs of the training images, and slopes for the backward product. */
  private forward(progress?: (share: number) => void): Float64Array {
    const { bank } = this;
    const all = bank.panels('train');
    for (let panel = 0; panel < all && !this.fresh; panel += slicePanels) {
      const panels = Math.min(slicePanels, all - panel);
      bank.forward('train', panel, panels);
      progress?.((panel + panels) / all);
    }
    this.fresh = true;
    return bank.trainOutputs();
  }
}
