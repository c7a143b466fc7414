import { encodeLink } from '../experiment/link';
import { scienceKeys, type Experiment } from '../experiment/parameters';
import { networkOf } from '../experiment/networks';
import { imageShape, patchDimension } from '../experiment/shape';
import type { NpyArray } from '../formats/npy';
import type { ImageCollection } from '../images/own/collection';
import { writeNpz } from '../formats/npz';
import { matrixShapes } from '../network/architectures/shapes';
import { ProblemError } from '../problems/problem';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { labelMoments, labelRecord, momentSteps } from '../store/views/wrong-labels';
import { ownSpectrum } from '../store/views/current';
import type { DataSpectrum } from '../training/data-spectrum';
import type { Dataset } from '../training/dataset';
import { hasValues, type HistoryPoint, type MeasuredMatrix } from '../training/snapshot';
import { changeArrays } from './change-arrays';
import { imagesEntries } from './images-npz';
import { recordedExperiment } from './run-file';

/** Bytes that a file may have: more would fill the memory of the tab. */
const mostBytes = 500e6;
/** Test images that the page draws at most. */
const mostTestImages = 1000;

/** About how large the file becomes, in bytes. */
export function npzSize(experiment: Experiment, points: number): number {
  const { patches } = imageShape(experiment);
  const images = (experiment.n + mostTestImages) * (patches * patchDimension(experiment) + 1);
  return matrixShapes(experiment).reduce(
    (bytes, { rows, columns }) => bytes + 8 * (2 * rows * columns + points * Math.min(rows, columns)),
    8 * images + 4 * experiment.steps * experiment.batch,
  );
}

/**
 * The whole run for NumPy: images, filters, spectra, history.
 * @param own the collection that its images were made of, where it is wanted in it. @throws ProblemError where it is too large, or not there yet.
 */
export async function runArrays(app: App, own: ImageCollection | null = null): Promise<Blob> {
  const state = app.store.getState();
  const { run } = state;
  if (!run.latest || !run.experiment || run.status === 'loading') throw new ProblemError({ kind: 'no-run' });
  const experiment = recordedExperiment(state);
  const size = npzSize(experiment, run.history.length) + (own?.pixels.length ?? 0);
  if (size > mostBytes)
    throw new ProblemError({ kind: 'arrays-too-large', megabytes: Math.round(size / 1e6), most: mostBytes / 1e6 });
  const dataset = await app.ask('dataset', { experiment });
  const spectrum = ownSpectrum(state.data, experiment) ?? (await app.ask('spectrum', { experiment }));
  const entries = own ? imagesEntries(own) : { arrays: {}, texts: {} };
  const parts = await writeNpz(
    { ...arraysOf(dataset, spectrum, run.history), ...changeArrays(state), ...entries.arrays },
    { 'parameters.json': JSON.stringify(parametersOf(state, experiment), null, 1), ...entries.texts },
  );
  return new Blob(parts, { type: 'application/zip' });
}

function parametersOf(state: AppState, experiment: Experiment) {
  const { run } = state;
  const told = labelRecord(state);
  return {
    link: `#${encodeLink(experiment)}`,
    status: run.status,
    step: run.history.at(-1)!.step,
    recorded: { backend: run.backend, device: run.device },
    ...(told.length > 0 && { moments: momentSteps(labelMoments(told)) }),
    matrix: experiment.matrix,
    network: networkOf(experiment),
    matrices: run.latest!.matrices.map(({ name, rows, columns }, k) => ({
      name,
      rows,
      columns,
      arrays: namesOf(name, k),
    })),
    parameters: Object.fromEntries(scienceKeys.map((key) => [key, experiment[key]])),
  };
}

/** What the arrays of a matrix are called. Those of the first are called as they were when it was the only one. */
function namesOf(name: string, at: number) {
  const [own, inHistory] = at === 0 ? ['filter', ''] : [name, `${name}_`];
  return {
    initial: `initial_${name}`,
    values: name,
    singularValues: `${own}_singular_values`,
    signalShares: `history_${inHistory}signal_share`,
    spectra: `history_${inHistory}singular_values`,
    movedShares: `history_${inHistory}moved_share`,
    movedAlong: `history_${inHistory}moved_along`,
  };
}

/** Everything by its name in the file. n images, P patches, d pixels, m filters per class, r signal vectors. */
export function arraysOf(
  { train, test, signal, matrices, batches }: Dataset,
  spectrum: DataSpectrum,
  history: readonly HistoryPoint[],
): Record<string, NpyArray> {
  const { patches: P, dimension: d } = train;
  const last = history.findLast(hasValues)!;
  const grid = ({ rows, columns, values }: Pick<MeasuredMatrix, 'rows' | 'columns' | 'values'>): NpyArray => ({
    values,
    shape: [rows, columns],
  });
  const line = (values: ArrayLike<number | null>): NpyArray => ({
    values: Float64Array.from(values, (value) => value ?? NaN),
    shape: [values.length],
  });
  const spectra = (k: number): NpyArray => {
    const { rows, columns } = matrices[k]!;
    const width = Math.min(rows, columns);
    const values = new Float64Array(history.length * width);
    history.forEach((point, i) => values.set(point.matrices[k]!.singularValues, i * width));
    return { values, shape: [history.length, width] };
  };
  /** Energies of W − W₀ along the signal vectors, as shares of all of it; NaN where nothing has moved. */
  const along = (k: number): NpyArray => {
    const width = history.reduce((most, point) => Math.max(most, point.matrices[k]!.moved?.along.length ?? 0), 0);
    const values = new Float64Array(history.length * width).fill(NaN);
    history.forEach((point, i) => values.set(point.matrices[k]!.moved?.along ?? [], i * width));
    return { values, shape: [history.length, width] };
  };
  const each = (array: (name: ReturnType<typeof namesOf>, k: number) => [string, NpyArray], of = matrices) =>
    Object.fromEntries(
      of.map((matrix) => array(namesOf(matrix.name, matrices.indexOf(matrix)), matrices.indexOf(matrix))),
    );
  const filters = matrices.filter(({ role }) => role === 'filters');
  return {
    patches: { values: train.values, shape: [train.count, P, d] },
    labels: line(train.labels),
    ...(train.turned && { wrong_labels: line(train.turned) }),
    test_patches: { values: test.values, shape: [test.count, P, d] },
    test_labels: line(test.labels),
    signal: { values: signal, shape: [signal.length / d, d] },
    ...(batches && {
      batches: { values: batches.values, shape: [batches.values.length / batches.size, batches.size] },
    }),
    ...each(({ initial }, k) => [initial, grid(matrices[k]!)]),
    ...each(({ values }, k) => [values, grid(last.matrices[k]!)]),
    data_singular_values: line(spectrum.data),
    clean_singular_values: line(spectrum.clean),
    ...each(({ singularValues }, k) => [singularValues, line(last.matrices[k]!.singularValues)]),
    history_steps: { values: Int32Array.from(history, ({ step }) => step), shape: [history.length] },
    history_loss: line(history.map(({ loss }) => loss)),
    history_train_accuracy: line(history.map(({ trainAccuracy }) => trainAccuracy)),
    history_test_accuracy: line(history.map(({ testAccuracy }) => testAccuracy)),
    history_test_loss: line(history.map(({ testLoss }) => testLoss)),
    ...(train.turned && {
      history_right_label_accuracy: line(history.map(({ byLabel }) => byLabel?.right ?? null)),
      history_wrong_label_accuracy: line(history.map(({ byLabel }) => byLabel?.wrong ?? null)),
    }),
    ...each(({ signalShares }, k) => [signalShares, line(history.map((point) => point.matrices[k]!.signalShare))]),
    ...each(({ spectra: name }, k) => [name, spectra(k)]),
    // Only filters live where the signal does.
    ...each(
      ({ movedShares }, k) => [movedShares, line(history.map((point) => point.matrices[k]!.moved?.share ?? null))],
      filters,
    ),
    ...each(({ movedAlong }, k) => [movedAlong, along(k)], filters),
  };
}
