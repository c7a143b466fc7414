import { instantiate, type Held, type Kernel, type KernelVariant } from './kernel';
import { blockRows, layOut, panelRows, type Layout } from './layout';
import { imageOutputs, rowWeights } from './outputs';
import { packChunks, packFilters, packPanels, unpackFilters, type FilterShape, type Rows } from './packing';

/** Images by their distinct rows. */
export interface Labelled {
  readonly count: number;
  /** Patches per image, P. */
  readonly patches: number;
  /** [n], each +1 or −1. */
  readonly labels: Float64Array;
  /** The row of each patch, [n × P]; −1 for one of zeros. */
  readonly rowOfPatch: Int32Array;
}

/** Images and their rows. */
export interface Seen extends Labelled {
  readonly rows: Rows;
}

/** What filters of two layers are trained on, by gradient descent. */
export interface BankProblem {
  readonly train: Seen;
  readonly test: Seen | null;
  /** Width m. */
  readonly width: number;
  readonly q: number;
  readonly kappa: number;
  /** η/m. */
  readonly lr: number;
  readonly held: Held;
  /** Of the classes that are held, [count · m × d]. */
  readonly filters: Float64Array;
}

/** Told the share of the work that is done. */
type Heard = (share: number) => void;

/** Blocks of rows between two looks at the clock; the rows of one chunk of them fit the nearest cache. */
const sliceBlocks = 4;
export const slicePanels = (sliceBlocks * blockRows) / panelRows;

/** Filters of one class or of both in a kernel's memory, with the rows that they are trained on. */
export class FilterBank {
  private readonly outputs: Float64Array;
  private readonly weights: Float64Array;
  private readonly shape: FilterShape;

  private constructor(
    private readonly problem: BankProblem,
    private readonly layout: Layout,
    private readonly kernel: Kernel,
    private readonly buffer: ArrayBuffer,
  ) {
    const { train, test, width, filters, held } = problem;
    const { dimension, classFilters, chunks, trainPanels } = layout;
    this.outputs = new Float64Array(train.count);
    this.weights = new Float64Array(train.rows.sources.length);
    this.shape = { classes: held.count, width, pixels: train.rows.dimension, classFilters, dimension };
    packFilters(filters, this.shape, this.floats(layout.filters), this.floats(layout.carry));
    packPanels(train.rows, dimension, this.floats(layout.trainRows));
    packChunks(train.rows, chunks, trainPanels * panelRows, this.floats(layout.trainChunks));
    if (test) packPanels(test.rows, dimension, this.floats(layout.testRows));
  }

  /** @throws BackendUnavailableError without memory. */
  static async make(variant: KernelVariant, problem: BankProblem): Promise<FilterBank> {
    const { train, test, width, held, q, kappa } = problem;
    const layout = layOut(train.rows.dimension, width, train.rows.sources.length, test?.rows.sources.length ?? 0, held);
    const { kernel, buffer } = await instantiate(variant, layout, q, kappa);
    return new FilterBank(problem, layout, kernel, buffer);
  }

  /** Panels of rows of a set of images. */
  panels(set: 'train' | 'test'): number {
    return set === 'train' ? this.layout.trainPanels : this.layout.testPanels;
  }

  /**
   * The sums of some panels, [panel][8], and of training images the slopes for the backward product. An instance that holds class −1
   * alone goes on from what is there.
   */
  forward(set: 'train' | 'test', first: number, panels: number): void {
    const { layout, kernel } = this;
    if (set === 'train')
      kernel.forward(layout.trainRows, first, panels, layout.filters, layout.trainSums, layout.slopes, 1);
    else kernel.forward(layout.testRows, first, panels, layout.filters, layout.testSums, layout.testSlopes, 0);
  }

  /** Where the sums lie: Σ_r sign_r φ(⟨w_r, x⟩) over the filters that have been asked, [panel][8]. */
  sums(set: 'train' | 'test', first = 0, panels = this.panels(set)): Float32Array {
    const at = set === 'train' ? this.layout.trainSums : this.layout.testSums;
    return new Float32Array(this.buffer, at + 4 * panelRows * first, panels * panelRows);
  }

  /** Outputs of the training images by the sums that lie there; the array is the bank's own. */
  trainOutputs(): Float64Array {
    imageOutputs(this.sums('train'), this.problem.train, this.problem.width, this.outputs);
    return this.outputs;
  }

  /** The same of the test images. */
  testOutputs(): Float64Array {
    const test = this.problem.test!;
    const outputs = new Float64Array(test.count);
    imageOutputs(this.sums('test'), test, this.problem.width, outputs);
    return outputs;
  }

  /** Moves the filters by a step of gradient descent. @param outputs of the training images. */
  step(outputs: Float64Array, heard?: Heard): void {
    const { layout, kernel, problem } = this;
    const { trainBlocks, slopes, masks } = layout;
    rowWeights(outputs, problem.train, problem.lr, this.weights);
    this.floats(layout.weights).set(this.weights);
    const stride = layout.dimension * 4;
    for (let block = 0; block < trainBlocks; block += sliceBlocks) {
      const blocks = Math.min(sliceBlocks, trainBlocks - block);
      kernel.prepare(block, blocks, slopes, masks, layout.weights);
      for (const { start, width } of layout.chunks) {
        const rows = layout.trainChunks + start * layout.trainPanels * panelRows * 4;
        kernel.accumulate[width]!(block, blocks, rows, slopes, masks, layout.gradient + start * 4, stride);
      }
      heard?.((block + blocks) / trainBlocks);
    }
    kernel.update(layout.filters, layout.carry, layout.gradient);
  }

  /** A copy of the filters, as they were given. */
  read(): Float32Array {
    return unpackFilters(this.floats(this.layout.filters), this.shape);
  }

  /** The memory from an offset on. */
  private floats(offset: number): Float32Array {
    return new Float32Array(this.buffer, offset);
  }
}
