import { Attention } from './attention';
import type { Machine, Product } from './kernel';
import type { LearnerProblem } from './learner-problem';
import type { TrainedMatrix } from './matrix';
import { activatedBy, placeHead, type KernelNetwork, type Pass } from './network';
import type { Stage } from './stage';
import { TransformerPass } from './transformer-pass';

/**
 * The patch transformer of `network/architectures/transformer`: tokens and their products with what attention looks for are made
 * of distinct patches, all else of images.
 */
export class TransformerNetwork implements KernelNetwork {
  readonly filters: TrainedMatrix;
  readonly values: TrainedMatrix;
  readonly mixing: TrainedMatrix;
  readonly attention: Attention;
  readonly head: number;
  readonly tokens: Product;

  constructor(
    readonly machine: Machine,
    { width, q, token, matrices: given }: LearnerProblem,
    readonly matrices: readonly TrainedMatrix[],
  ) {
    const [filters, c, queries, keys, values, mixing] = matrices;
    this.filters = filters!;
    this.values = values!;
    this.mixing = mixing!;
    this.attention = new Attention(machine, c!, queries!, keys!, given[2]!.rows);
    this.head = placeHead(machine, width, filters!.rows);
    this.tokens = token === 'linear' ? machine.kernel.productIdentity : activatedBy(machine.kernel, q);
  }

  pass(stage: Stage): Pass {
    return new TransformerPass(this, stage);
  }
}
