import { lossSlope, testFigures, trainFigures } from '../../../../network/loss';
import type { Trainer, TrainerState, TrainingProblem } from '../../../trainer';
import { bestVariant, type KernelVariant } from '../kernel';
import { Machine, plainNetworks, relaxedNetworks } from './kernel';
import { LayeredNetwork } from './layers';
import { TrainedMatrix } from './matrix';
import type { Heard, KernelNetwork, Pass } from './network';
import { KeptImages, Stage } from './stage';
import { TransformerNetwork } from './transformer';

/** Images that are looked at together where nothing is learnt from them. */
const lookImages = 64;
const reportEvery = 100; // ms
/** The forward products' share of a step's time. */
const forwardShare = 0.35;

/** Trains any network by any rule with the second kernel. @throws BackendUnavailableError without SIMD or memory. */
export async function createNetworksTrainer(
  problem: TrainingProblem,
  variant: KernelVariant = bestVariant([relaxedNetworks, plainNetworks]),
): Promise<Trainer> {
  return new NetworksTrainer(variant.device, problem, await Machine.make(variant, problem.q, problem.kappa));
}

class NetworksTrainer implements Trainer {
  readonly backend = 'wasm';
  private step = 0;
  private readonly network: KernelNetwork;
  private readonly train: KeptImages;
  private readonly test: KeptImages | null;
  /** The images of a step, and those that are only looked at. */
  private readonly steps: Pass;
  private readonly looks: Pass;
  /** Whether outputs belong to the current matrices: after a read, the next step need not compute them again. */
  private fresh = false;
  private readonly outputs: Float64Array;
  /** ∂L/∂f of the images of a step. */
  private readonly slopes: Float64Array;

  constructor(
    readonly device: string,
    private readonly problem: TrainingProblem,
    machine: Machine,
  ) {
    const { train, test, optimiser, batches } = problem;
    this.network = networkOf(problem, machine);
    this.train = new KeptImages(machine, train);
    this.test = test && new KeptImages(machine, test);
    const stage = (most: number) =>
      new Stage(machine, train.patches, this.train.columns, most, Math.min(most * train.patches, this.train.rows));
    const atOnce = batches ? Math.min(optimiser.batch || train.count, train.count) : train.count;
    this.steps = this.network.pass(stage(atOnce));
    this.looks = this.network.pass(new Stage(machine, train.patches, this.train.columns, lookImages));
    this.outputs = new Float64Array(train.count);
    this.slopes = new Float64Array(train.count);
    if (!batches) this.steps.stage.load(this.train, upTo(0, train.count));
  }

  async advance(count: number, onProgress?: (share: number) => void): Promise<void> {
    let reported = performance.now();
    for (let done = 0; done < count; done++) {
      this.makeStep((share) => {
        if (!onProgress || performance.now() - reported < reportEvery) return;
        onProgress((done + share) / count);
        reported = performance.now();
      });
    }
  }

  async read(tested = true): Promise<TrainerState> {
    const { test, problem } = this;
    const outputs = problem.batches ? this.look(this.train) : this.forward();
    return {
      step: this.step,
      ...trainFigures(outputs, problem.train),
      ...testFigures(tested && test ? this.look(test) : null, test?.images.labels),
      matrices: this.network.matrices.map((matrix) => matrix.read()),
    };
  }

  /** Nothing to release: the memory goes with the last reference to the trainer. */
  dispose(): void {}

  private makeStep(heard: Heard): void {
    const { problem, steps, network } = this;
    const { stage } = steps;
    if (problem.batches) stage.load(this.train, problem.batches(this.step));
    const outputs = this.forward((share) => heard(forwardShare * share));
    const { slopes } = this;
    for (let i = 0; i < stage.count; i++) slopes[i] = lossSlope(outputs[i]!, stage.labels[i]!, stage.count);
    steps.backward(slopes, (share) => heard(forwardShare + (1 - forwardShare) * share));
    for (const matrix of network.matrices) matrix.step(this.step);
    this.step++;
    this.fresh = false;
  }

  /** Outputs of the images on the stage. */
  private forward(heard?: Heard): Float64Array {
    if (!this.fresh) this.steps.forward(this.outputs, heard);
    this.fresh = this.problem.batches === null;
    return this.outputs;
  }

  /** Outputs of a whole set. */
  private look(kept: KeptImages): Float64Array {
    const all = new Float64Array(kept.images.count);
    for (let from = 0; from < all.length; from += lookImages) {
      const images = upTo(from, Math.min(from + lookImages, all.length));
      this.looks.stage.load(kept, images);
      this.looks.forward(all.subarray(from, from + images.length));
    }
    return all;
  }
}

/** What an architecture is to the kernel. */
function networkOf(problem: TrainingProblem, machine: Machine): KernelNetwork {
  const { architecture, width, optimiser, rates } = problem;
  const isTransformer = architecture.name === 'transformer';
  const matrices = problem.matrices.map((matrix, k) => {
    const use = k === 0 ? 'forward' : isTransformer && k < 4 ? 'none' : 'both';
    return new TrainedMatrix(machine, matrix, { ...optimiser, width, rate: rates[k]! }, use);
  });
  return isTransformer
    ? new TransformerNetwork(machine, problem, matrices)
    : new LayeredNetwork(machine, problem, matrices);
}

function upTo(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to - from }, (_, i) => from + i);
}
