import { lossSlope } from '../../../../network/loss';
import type { WeightMatrix } from '../../../../network/matrices';
import type { KernelVariant } from '../kernel';
import { Machine } from './kernel';
import { LayeredNetwork } from './layers';
import { partOf, upTo, type LearnerProblem } from './learner-problem';
import { TrainedMatrix } from './matrix';
import type { Heard, KernelNetwork, Pass } from './network';
import { KeptImages, Stage } from './stage';
import { TransformerNetwork } from './transformer';

/** Images that are looked at together where nothing is learnt from them. */
const lookImages = 64;
/** The forward products' share of a step's time. */
const forwardShare = 0.35;

/** A network in a kernel's memory, with the images it learns from and those it is only looked at with. */
export class Learner {
  private readonly network: KernelNetwork;
  private readonly train: KeptImages;
  private readonly test: KeptImages | null;
  private readonly parts: readonly Part[];
  private readonly looks: Pass;

  private constructor(
    private readonly problem: LearnerProblem,
    machine: Machine,
  ) {
    const { train, test, chosen, parts } = problem;
    this.network = networkOf(problem, machine);
    this.train = new KeptImages(machine, train);
    this.test = test && new KeptImages(machine, test);
    const atOnce = chosen === null ? train.count : Math.min(chosen, train.count);
    this.parts = Array.from({ length: parts }, (_, part) => {
      const most = partOf(upTo(0, atOnce), part, parts).length;
      const stage = new Stage(
        machine,
        train.patches,
        this.train.columns,
        most,
        Math.min(most * train.patches, this.train.rows),
      );
      const given = chosen === null ? partOf(upTo(0, train.count), part, parts) : null;
      return new Part(this.network.pass(stage), this.train, given);
    });
    this.looks = this.network.pass(new Stage(machine, train.patches, this.train.columns, lookImages));
  }

  /** @throws BackendUnavailableError without SIMD or memory. */
  static async make(variant: KernelVariant, problem: LearnerProblem): Promise<Learner> {
    return new Learner(problem, await Machine.make(variant, problem.q, problem.kappa));
  }

  /**
   * Makes the gradients of the mean loss over `count` images, as far as those here have a share in it.
   * @param chosen which of the images here, ascending; null where all are taken.
   */
  learn(chosen: Int32Array | null, count: number, heard?: Heard): void {
    const { parts } = this;
    let before: Float32Array[] | null = null;
    parts.forEach((part, at) => {
      if (before) this.moving().forEach((matrix) => matrix.gradientValues().fill(0));
      part.learn(chosen && partOf(chosen, at, parts.length), count, (share) => heard?.((at + share) / parts.length));
      if (before) this.addGradients(before);
      if (at + 1 < parts.length) before = this.gradients();
    });
  }

  /** Copies of the gradients, of the matrices that steps move. */
  gradients(): Float32Array[] {
    return this.moving().map((matrix) => matrix.gradientValues().slice());
  }

  /** Adds others to them. */
  addGradients(others: readonly Float32Array[]): void {
    this.moving().forEach((matrix, m) => {
      const values = matrix.gradientValues(),
        more = others[m]!;
      for (let k = 0; k < values.length; k++) values[k]! += more[k]!;
    });
  }

  /** Moves the matrices against their gradients. @param taken steps before this one. */
  step(taken: number): void {
    for (const matrix of this.network.matrices) matrix.step(taken);
    for (const part of this.parts) part.isFresh = false;
  }

  /** Outputs of the training images here, by the matrices as they are. */
  trainOutputs(): Float64Array {
    if (this.problem.chosen !== null) return this.look(this.train);
    const all = new Float64Array(this.train.images.count);
    let from = 0;
    for (const part of this.parts) {
      const outputs = part.forward();
      all.set(outputs, from);
      from += outputs.length;
    }
    return all;
  }

  /** The same of the test images here. */
  testOutputs(): Float64Array {
    return this.look(this.test!);
  }

  /** Copies of the matrices. */
  matrices(): WeightMatrix<Float32Array>[] {
    return this.network.matrices.map((matrix) => matrix.read());
  }

  private moving(): TrainedMatrix[] {
    return this.network.matrices.filter((matrix) => matrix.moves);
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

/** Images that a network learns from at once. */
class Part {
  /** Whether outputs belong to the current matrices: after a look, the next step need not compute them again. */
  isFresh = false;
  private readonly outputs: Float64Array;
  private readonly slopes: Float64Array;

  /** @param given which of the kept images; null where each step says. */
  constructor(
    private readonly pass: Pass,
    private readonly kept: KeptImages,
    given: Int32Array | null,
  ) {
    const { stage } = pass;
    this.outputs = new Float64Array(stage.most);
    this.slopes = new Float64Array(stage.most);
    if (given) stage.load(kept, given);
  }

  /** Adds to the gradients of the mean loss over `count` images. @param chosen of the kept ones, where each step says. */
  learn(chosen: Int32Array | null, count: number, heard: Heard): void {
    const { pass, slopes } = this;
    const { stage } = pass;
    if (chosen) {
      stage.load(this.kept, chosen);
      this.isFresh = false;
    }
    const outputs = this.forward((share) => heard(forwardShare * share));
    for (let i = 0; i < stage.count; i++) slopes[i] = lossSlope(outputs[i]!, stage.labels[i]!, count);
    pass.backward(slopes, (share) => heard(forwardShare + (1 - forwardShare) * share));
  }

  /** Outputs of the images that are there. */
  forward(heard?: Heard): Float64Array {
    if (!this.isFresh) this.pass.forward(this.outputs, heard);
    this.isFresh = true;
    return this.outputs;
  }
}

/** What a network is to the kernel. */
function networkOf(problem: LearnerProblem, machine: Machine): KernelNetwork {
  const { network, width, optimiser, rates } = problem;
  const isTransformer = network === 'transformer';
  const matrices = problem.matrices.map((matrix, k) => {
    const use = k === 0 ? 'forward' : isTransformer && k < 4 ? 'none' : 'both';
    return new TrainedMatrix(machine, matrix, { ...optimiser, width, rate: rates[k]! }, use);
  });
  return isTransformer
    ? new TransformerNetwork(machine, problem, matrices)
    : new LayeredNetwork(machine, problem, matrices);
}
