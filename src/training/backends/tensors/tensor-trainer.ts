import * as tf from '@tensorflow/tfjs';
import { testFigures, trainFigures } from '../../../network/loss';
import { entriesOf, type MatrixShape } from '../../../network/matrices';
import { imagesAt } from '../../batches';
import type { Backend, Trainer, TrainerState, TrainingProblem } from '../../trainer';
import { Constants } from './constants';
import type { TensorDevice } from './device';
import { disposePieces, pullOf, upload, type Piece } from './images';
import type { Slopes, TensorNetwork } from './network';
import { tensorNetworks } from './networks';
import { UpdateRule, type Moving } from './update';

/** Multiply-adds of one product at most: milliseconds on a GPU, where Windows resets the driver after about two seconds. */
const productWork = 2 ** 29;
/** Operations of a step for each matrix, about. */
const operations = 12;

/** Trains any network by any rule in the operations of tfjs, the gradient by hand, on whatever engine it has. */
export class TensorTrainer implements Trainer {
  readonly device: string;
  private readonly constants = new Constants();
  private readonly network: TensorNetwork;
  private readonly rule: UpdateRule;
  private readonly shapes: readonly MatrixShape[];
  private readonly train: readonly Piece[];
  private readonly test: readonly Piece[];
  /** Images in one piece at most. */
  private readonly perPiece: number;
  private matrices: readonly Moving[];
  private steps = 0;
  private disposed = false;

  constructor(
    readonly backend: Backend,
    private readonly engine: TensorDevice,
    private readonly problem: TrainingProblem,
  ) {
    const { architecture, matrices, train, test, optimiser, width } = problem;
    this.device = engine.name;
    this.shapes = matrices.map(({ name, role, rows, columns }) => ({ name, role, rows, columns }));
    this.network = tensorNetworks[architecture.name](problem, train.patches, this.constants);
    this.rule = new UpdateRule(optimiser, width, this.constants);
    const widest = Math.max(...matrices.map(({ values }) => values.length));
    this.perPiece = Math.max(1, Math.floor(Math.min(engine.mostRows, productWork / widest) / train.patches));
    this.train = upload(train, this.perPiece);
    this.test = test ? upload(test, this.perPiece) : [];
    this.matrices = matrices.map(({ values, rows, columns }) =>
      this.rule.start(tf.tensor2d(Float32Array.from(values), [rows, columns])),
    );
  }

  /** Brings images and weights to the engine, which tfjs does at their first use. */
  async prepare(): Promise<void> {
    await this.read();
  }

  async advance(count: number, onProgress?: (share: number) => void): Promise<void> {
    this.assertUsable();
    for (let made = 0; made < count; made++) await this.makeStep((share) => onProgress?.((made + share) / count));
    await this.engine.drain();
    this.assertUsable();
  }

  async read(tested = true): Promise<TrainerState> {
    this.assertUsable();
    const pieces = tested ? [...this.train, ...this.test] : this.train;
    const weights = this.matrices.map(({ values }) => values);
    const outputs: tf.Tensor2D[] = [];
    for (const piece of pieces) {
      outputs.push(tf.tidy(() => this.network.outputs(weights, piece)));
      if (this.engine.add(this.workOf(piece), operations)) await this.engine.turn();
      this.assertUsable();
    }
    const all = tf.tidy(() => tf.concat([...weights, ...outputs].map((tensor) => tf.reshape(tensor, [-1]))));
    tf.dispose(outputs);
    await this.engine.drain();
    this.assertUsable();
    const values = await this.engine.read(all);
    all.dispose();
    return this.stateOf(values, tested);
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    disposePieces([...this.train, ...this.test]);
    this.matrices.forEach(disposeMoving);
    this.constants.dispose();
  }

  private async makeStep(progress: (share: number) => void): Promise<void> {
    const { batches, train } = this.problem;
    const pieces = batches ? upload(imagesAt(train, batches(this.steps)), this.perPiece) : this.train;
    let slopes: Slopes | null = null;
    try {
      for (const [i, piece] of pieces.entries()) {
        slopes = this.added(slopes, piece);
        if (!this.engine.add(2 * this.workOf(piece), operations * this.shapes.length)) continue;
        await this.engine.turn();
        this.assertUsable();
        progress((i + 1) / pieces.length);
      }
      this.move(slopes!);
    } finally {
      if (slopes) tf.dispose(slopes);
      if (batches) disposePieces(pieces);
    }
  }

  /** The gradient so far, which is used up, with a piece's share. */
  private added(sum: Slopes | null, piece: Piece): Slopes {
    const weights = this.matrices.map(({ values }) => values);
    const next = tf.tidy(() =>
      this.network
        .gradient(weights, piece, pullOf(piece))
        .map((slope, k) => (slope && sum ? tf.add<tf.Tensor2D>(slope, sum[k]!) : slope)),
    );
    if (sum) tf.dispose(sum);
    return next;
  }

  /** Makes a step along the gradient. */
  private move(slopes: Slopes): void {
    this.steps++;
    const { rates } = this.problem;
    const correction = this.rule.correction(this.steps);
    this.matrices = this.matrices.map((matrix, k) => {
      const slope = slopes[k],
        rate = rates[k]!;
      if (!slope || rate === 0) return matrix;
      const moved = tf.tidy(() => ({ ...this.rule.moved(matrix, slope, rate, correction) }));
      disposeMoving(matrix);
      return moved;
    });
    tf.dispose([correction?.ratio, correction?.least]);
  }

  private stateOf(values: Float32Array, tested: boolean): TrainerState {
    const { train, test } = this.problem;
    let at = 0;
    const next = (count: number) => values.slice(at, (at += count));
    const matrices = this.shapes.map((shape) => ({ ...shape, values: next(shape.rows * shape.columns) }));
    const f = next(train.count);
    return {
      step: this.steps,
      ...trainFigures(f, train),
      ...testFigures(tested && test ? next(test.count) : null, test?.labels),
      matrices,
    };
  }

  /** Multiply-adds of a forward pass. */
  private workOf({ count, patches }: Piece): number {
    return count * patches * entriesOf(this.shapes);
  }

  private assertUsable(): void {
    if (this.disposed) throw new Error('This trainer has been disposed of.');
    this.engine.assertAlive();
  }
}

function disposeMoving({ values, means, squares }: Moving): void {
  tf.dispose([values, means, squares]);
}
