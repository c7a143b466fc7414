import { testFigures, trainFigures } from '../../../../network/loss';
import { reporter } from '../../../reporter';
import type { Trainer, TrainerState, TrainingProblem } from '../../../trainer';
import { bestVariant, type KernelVariant } from '../kernel';
import { plainNetworks, relaxedNetworks } from './kernel';
import { Learner } from './learner';
import { learnerProblem, partOf, partsOf } from './learner-problem';

/** The build of the kernel of all networks that runs here. @throws BackendUnavailableError without SIMD. */
export const bestNetworks = (): KernelVariant => bestVariant([relaxedNetworks, plainNetworks]);

/** Trains any network by any rule with the second kernel. @throws BackendUnavailableError without SIMD or memory. */
export async function createNetworksTrainer(
  problem: TrainingProblem,
  variant: KernelVariant = bestNetworks(),
  parts: number = partsOf(problem),
): Promise<Trainer> {
  return new NetworksTrainer(variant.device, problem, await Learner.make(variant, learnerProblem(problem, parts)));
}

/** Another thread that has the second part of every step, as the one that leads sees it. Asked in the order of its methods. */
export interface OtherLearner {
  /** The gradients that its part makes. @param chosen its images of a step, or null where they stay. @param count of all. */
  learn(chosen: Int32Array | null, count: number): Promise<readonly Float32Array[]>;
  /** Adds the gradients of the one that leads, and steps. They are handed over. */
  step(gradients: readonly Float32Array[]): void;
  /** Outputs of its images. */
  outputs(of: 'train' | 'test'): Promise<Float64Array>;
  end(): void;
}

/** Trains by one learner, or by one and its like on another thread. */
export class NetworksTrainer implements Trainer {
  readonly backend = 'wasm';
  private step = 0;

  constructor(
    readonly device: string,
    private readonly problem: TrainingProblem,
    private readonly learner: Learner,
    private readonly other: OtherLearner | null = null,
  ) {}

  async advance(count: number, onProgress?: (share: number) => void): Promise<void> {
    const report = reporter(count, onProgress);
    for (let done = 0; done < count; done++) {
      const heard = (share: number) => report(done, share);
      if (this.other) await this.stepWith(this.other, heard);
      else this.stepAlone(heard);
      this.step++;
    }
  }

  async read(tested = true): Promise<TrainerState> {
    const { test, train } = this.problem;
    return {
      step: this.step,
      ...trainFigures(await this.outputs('train'), train),
      ...testFigures(tested && test ? await this.outputs('test') : null, test?.labels),
      matrices: this.learner.matrices(),
    };
  }

  /** Here there is nothing to release: the memory goes with the last reference to the trainer. */
  dispose(): void {
    this.other?.end();
  }

  private stepAlone(heard: (share: number) => void): void {
    const { problem, learner, step } = this;
    const chosen = problem.batches?.(step) ?? null;
    learner.learn(chosen, chosen?.length ?? problem.train.count, heard);
    learner.step(step);
  }

  /** Its share is made meanwhile; what each made is summed on both sides, to the same bits. */
  private async stepWith(other: OtherLearner, heard: (share: number) => void): Promise<void> {
    const { problem, learner, step } = this;
    const chosen = problem.batches?.(step) ?? null,
      count = chosen?.length ?? problem.train.count;
    const theirs = other.learn(chosen && partOf(chosen, 1, 2), count);
    learner.learn(chosen && partOf(chosen, 0, 2), count, heard);
    other.step(learner.gradients());
    learner.addGradients(await theirs);
    learner.step(step);
  }

  private async outputs(of: 'train' | 'test'): Promise<Float64Array> {
    const { learner, other, problem } = this;
    const theirs = other?.outputs(of);
    const mine = of === 'train' ? learner.trainOutputs() : learner.testOutputs();
    if (!theirs) return mine;
    const all = new Float64Array(problem[of]!.count);
    all.set(mine);
    const rest = await theirs;
    all.set(rest, all.length - rest.length);
    return all;
  }
}
