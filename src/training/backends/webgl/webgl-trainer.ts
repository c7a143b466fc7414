import { leading, type MatrixShape } from '../../../network/matrices';
import { testFigures, trainFigures } from '../../../network/loss';
import type { Trainer, TrainerState, TrainingProblem } from '../../trainer';
import { releaseImages, uploadImages, type UploadedImages } from './chunks';
import { assertAlive, type WebglContext } from './context';
import { NetworkDraws, type Forward } from './network';
import { GpuQueue } from './queue';
import { release, startReadBack, upload, type Matrix } from './textures';

/** One run on the GPU: weights stay there; `read` alone brings anything back. */
export class WebglTrainer implements Trainer {
  readonly backend = 'webgl';
  readonly device: string;
  private readonly shape: MatrixShape;
  private readonly queue: GpuQueue;
  private readonly train: UploadedImages;
  private readonly test: UploadedImages | null;
  private readonly trainDraws: NetworkDraws;
  private readonly testDraws: NetworkDraws | null;
  /** Filters now and before the last step, and that step as it was before rounding: see `gradientProgram`. */
  private filters: Matrix;
  private previous: Matrix;
  private step: Matrix;
  private steps = 0;
  /** The forward pass that a read has made for the present filters; the next step need not repeat it. One chunk only. */
  private known: Forward | null = null;
  private disposed = false;

  constructor(
    private readonly context: WebglContext,
    problem: TrainingProblem,
  ) {
    const { train, test, width, lr, q, kappa } = problem;
    const { values, ...shape } = leading(problem);
    this.shape = shape;
    const parameters = { lr, q, kappa, width };
    this.device = context.device;
    this.queue = new GpuQueue(context);
    this.train = uploadImages(context, train, shape.rows);
    this.test = test && test.count > 0 ? uploadImages(context, test, shape.rows) : null;
    this.trainDraws = new NetworkDraws(context, parameters, this.train);
    this.testDraws = this.test && new NetworkDraws(context, parameters, this.test);
    this.filters = upload(context, values, shape.rows, shape.columns);
    this.previous = upload(context, values, shape.rows, shape.columns);
    this.step = upload(context, [], shape.rows, shape.columns);
  }

  async advance(count: number, onProgress?: (share: number) => void): Promise<void> {
    this.assertUsable();
    const { chunks } = this.train;
    for (let s = 0; s < count; s++) {
      for (let c = 0; c < chunks.length; c++) {
        this.addGradient(c);
        if (!this.queue.add(2 * this.trainDraws.work)) continue;
        await this.queue.turn();
        this.assertUsable();
        onProgress?.((s + (c + 1) / chunks.length) / count);
      }
      this.move();
    }
    await this.queue.drain();
    this.assertUsable();
    onProgress?.(1);
  }

  async read(tested = true): Promise<TrainerState> {
    this.assertUsable();
    const step = this.steps;
    const train = await this.forwardAll(this.train, this.trainDraws, true);
    const test = tested && this.test && this.testDraws ? await this.forwardAll(this.test, this.testDraws, false) : [];
    const back = startReadBack(this.context, [this.filters, ...train, ...test]);
    // The copy is queued ahead of whatever reuses these textures.
    release(this.context, ...test, ...(this.known ? [] : train));
    await this.queue.drain();
    this.assertUsable();
    const [filters, ...numbers] = back.finish();
    assertAlive(this.context);
    const f = outputs(numbers.slice(0, train.length), this.train.count);
    return {
      step,
      ...trainFigures(f, this.train),
      ...testFigures(
        tested && this.test ? outputs(numbers.slice(train.length), this.test.count) : null,
        this.test?.labels,
      ),
      matrices: [{ ...this.shape, values: filters! }],
    };
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    releaseImages(this.context, this.train);
    if (this.test) releaseImages(this.context, this.test);
    release(this.context, this.filters, this.previous, this.step);
    this.forgetForward();
  }

  /** Adds the gradient of chunk `c` to the step; the first chunk starts it from what the last step lost to rounding. */
  private addGradient(c: number): void {
    const chunk = this.train.chunks[c]!;
    const forward = this.known ?? this.trainDraws.forward(chunk, this.filters);
    this.known = null;
    const before = c === 0 ? this.previous : this.filters;
    const step = this.trainDraws.gradientStep(chunk, forward, this.step, this.filters, before);
    release(this.context, forward.activations, forward.images, this.step);
    this.step = step;
  }

  private move(): void {
    const filters = this.trainDraws.moved(this.filters, this.step);
    release(this.context, this.previous);
    this.previous = this.filters;
    this.filters = filters;
    this.steps++;
  }

  /** Image numbers of all chunks for the present filters, the caller's to release unless `known` keeps them. */
  private async forwardAll(images: UploadedImages, draws: NetworkDraws, keep: boolean): Promise<Matrix[]> {
    if (keep && this.known) return [this.known.images];
    const all: Matrix[] = [];
    for (const chunk of images.chunks) {
      const forward = draws.forward(chunk, this.filters);
      if (keep && images.chunks.length === 1) this.known = forward;
      else release(this.context, forward.activations);
      all.push(forward.images);
      if (!this.queue.add(draws.work) || images.chunks.length === 1) continue;
      await this.queue.turn();
      if (this.disposed) release(this.context, ...all);
      this.assertUsable();
    }
    return all;
  }

  private forgetForward(): void {
    if (this.known) release(this.context, this.known.activations, this.known.images);
    this.known = null;
  }

  private assertUsable(): void {
    if (this.disposed) throw new Error('This trainer has been disposed of.');
    assertAlive(this.context);
  }
}

/** Outputs f, the second columns of the chunks' image numbers, without the images that only fill up the last chunk. */
function outputs(chunks: readonly Float32Array[], count: number): Float32Array {
  const all = new Float32Array(count);
  let i = 0;
  for (const chunk of chunks) for (let k = 1; k < chunk.length && i < count; k += 2) all[i++] = chunk[k]!;
  return all;
}
