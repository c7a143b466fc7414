import { leading } from '../../network/matrices';
import { accuracy, logisticLoss, testFigures } from '../../network/loss';
import { problemNeedsNetworks } from '../needs-networks';
import type { CreateTrainer, Trainer, TrainerState, TrainingProblem } from '../trainer';
import { distinctRows, type DistinctRows } from './wasm/distinct-rows';
import { bestVariant, instantiate, type Kernel, type KernelVariant } from './wasm/kernel';
import { blockRows, layOut, panelRows, type Layout } from './wasm/layout';
import { imageOutputs, rowWeights } from './wasm/outputs';
import { packChunks, packFilters, packPanels, unpackFilters, type FilterShape } from './wasm/packing';

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
  const trainRows = distinctRows(problem.train);
  const testRows = problem.test && distinctRows(problem.test);
  const layout = layOut(
    problem.train.dimension,
    problem.width,
    trainRows.sources.length,
    testRows?.sources.length ?? 0,
  );
  const { kernel, buffer } = await instantiate(variant, layout, problem.q, problem.kappa);
  return new WasmTrainer(variant.device, problem, trainRows, testRows, layout, kernel, buffer);
}

/** Blocks of rows between two looks at the clock; the rows of one chunk of them fit the nearest cache. */
const sliceBlocks = 4;
const slicePanels = (sliceBlocks * blockRows) / panelRows;
const reportEvery = 100; // ms
/** The forward product's share of a step's time: the backward product skips inactive units. */
const forwardShare = 0.6;

class WasmTrainer implements Trainer {
  readonly backend = 'wasm';
  private step = 0;
  /** Whether sums and slopes belong to the current filters: after a read, the next step need not compute them again. */
  private fresh = false;
  private readonly outputs: Float64Array;
  private readonly weights: Float64Array;
  private readonly filterShape: FilterShape;

  constructor(
    readonly device: string,
    private readonly problem: TrainingProblem,
    private readonly trainRows: DistinctRows,
    private readonly testRows: DistinctRows | null,
    private readonly layout: Layout,
    private readonly kernel: Kernel,
    private readonly buffer: ArrayBuffer,
  ) {
    const { train, test, width } = problem;
    const { dimension, classFilters, chunks, trainPanels } = layout;
    this.outputs = new Float64Array(train.count);
    this.weights = new Float64Array(trainRows.sources.length);
    this.filterShape = { width, pixels: train.dimension, classFilters, dimension };
    packFilters(leading(problem).values, this.filterShape, this.floats(layout.filters), this.floats(layout.carry));
    packPanels(train, trainRows.sources, dimension, this.floats(layout.trainRows));
    packChunks(train, trainRows.sources, chunks, trainPanels * panelRows, this.floats(layout.trainChunks));
    if (test && testRows) packPanels(test, testRows.sources, dimension, this.floats(layout.testRows));
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
    const { problem, layout } = this;
    this.forward();
    const { labels } = problem.train;
    return {
      step: this.step,
      loss: logisticLoss(this.outputs, labels),
      trainAccuracy: accuracy(this.outputs, labels),
      ...testFigures(tested ? this.testOutputs() : null, problem.test?.labels),
      matrices: [{ ...leading(problem), values: unpackFilters(this.floats(layout.filters), this.filterShape) }],
    };
  }

  /** Nothing to release: the memory goes with the last reference to the trainer. */
  dispose(): void {}

  private makeStep(progress: (share: number) => void): void {
    const { problem, layout, kernel } = this;
    this.forward((share) => progress(forwardShare * share));
    rowWeights(this.outputs, problem.train, this.trainRows.rowOfPatch, problem.lr, this.weights);
    this.floats(layout.weights).set(this.weights);
    this.fresh = false;
    this.backward((share) => progress(forwardShare + (1 - forwardShare) * share));
    kernel.update(layout.filters, layout.carry, layout.gradient);
    this.step++;
  }

  /** Outputs of the training images, and slopes for the backward product. */
  private forward(progress?: (share: number) => void): void {
    if (this.fresh) return;
    const { problem, layout, kernel } = this;
    for (let panel = 0; panel < layout.trainPanels; panel += slicePanels) {
      const panels = Math.min(slicePanels, layout.trainPanels - panel);
      kernel.forward(layout.trainRows, panel, panels, layout.filters, layout.trainSums, layout.slopes, 1);
      progress?.((panel + panels) / layout.trainPanels);
    }
    imageOutputs(
      this.floats(layout.trainSums),
      this.trainRows.rowOfPatch,
      problem.train.patches,
      problem.width,
      this.outputs,
    );
    this.fresh = true;
  }

  private backward(progress: (share: number) => void): void {
    const { layout, kernel } = this;
    const { trainBlocks, slopes, masks } = layout;
    const stride = layout.dimension * 4;
    for (let block = 0; block < trainBlocks; block += sliceBlocks) {
      const blocks = Math.min(sliceBlocks, trainBlocks - block);
      kernel.prepare(block, blocks, slopes, masks, layout.weights);
      for (const { start, width } of layout.chunks) {
        const rows = layout.trainChunks + start * layout.trainPanels * panelRows * 4;
        kernel.accumulate[width]!(block, blocks, rows, slopes, masks, layout.gradient + start * 4, stride);
      }
      progress((block + blocks) / trainBlocks);
    }
  }

  private testOutputs(): Float64Array | null {
    const { problem, testRows, layout, kernel } = this;
    if (!problem.test || !testRows) return null;
    kernel.forward(layout.testRows, 0, layout.testPanels, layout.filters, layout.testSums, layout.testSlopes, 0);
    const outputs = new Float64Array(problem.test.count);
    imageOutputs(this.floats(layout.testSums), testRows.rowOfPatch, problem.test.patches, problem.width, outputs);
    return outputs;
  }

  /** The memory from an offset on. */
  private floats(offset: number): Float32Array {
    return new Float32Array(this.buffer, offset);
  }
}
