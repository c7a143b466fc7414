import { encodeLink } from '../experiment/link';
import { scienceKeys, type Experiment } from '../experiment/parameters';
import { imageShape } from '../experiment/shape';
import type { NpyArray } from '../formats/npy';
import { writeNpz } from '../formats/npz';
import { ProblemError } from '../problems/problem';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { ownSpectrum } from '../store/views/current';
import { leading } from '../store/views/shown-frame';
import type { DataSpectrum } from '../training/data-spectrum';
import type { Dataset } from '../training/dataset';
import { hasValues, type HistoryPoint } from '../training/snapshot';
import { recordedExperiment } from './run-file';

/** Bytes that a file may have: more would fill the memory of the tab. */
const mostBytes = 500e6;
/** Test images that the page draws at most. */
const mostTestImages = 1000;

/** About how large the file becomes, in bytes. */
export function npzSize(experiment: Experiment, points: number): number {
  const { patches, side } = imageShape(experiment);
  const d = side * side;
  return (
    8 *
    ((experiment.n + mostTestImages) * (patches * d + 1) +
      4 * experiment.m * d +
      points * Math.min(2 * experiment.m, d))
  );
}

/** The whole run for NumPy: images, filters, spectra, history. @throws ProblemError where it is too large, or not there yet. */
export async function runArrays(app: App): Promise<Blob> {
  const state = app.store.getState();
  const { run } = state;
  if (!run.latest || !run.experiment || run.status === 'loading') throw new ProblemError({ kind: 'no-run' });
  const experiment = recordedExperiment(state);
  const size = npzSize(experiment, run.history.length);
  if (size > mostBytes)
    throw new ProblemError({ kind: 'arrays-too-large', megabytes: Math.round(size / 1e6), most: mostBytes / 1e6 });
  const dataset = await app.ask('dataset', { experiment });
  const spectrum = ownSpectrum(state.data, experiment) ?? (await app.ask('spectrum', { experiment }));
  const parts = await writeNpz(arraysOf(dataset, spectrum, run.history), {
    'parameters.json': JSON.stringify(parametersOf(state, experiment), null, 1),
  });
  return new Blob(parts, { type: 'application/zip' });
}

function parametersOf({ run }: AppState, experiment: Experiment) {
  return {
    link: `#${encodeLink(experiment)}`,
    status: run.status,
    step: run.history.at(-1)!.step,
    recorded: { backend: run.backend, device: run.device },
    matrix: experiment.matrix,
    parameters: Object.fromEntries(scienceKeys.map((key) => [key, experiment[key]])),
  };
}

/** Everything by its name in the file. n images, P patches, d pixels, m filters per class, r signal vectors. */
export function arraysOf(
  { train, test, signal, matrices }: Dataset,
  spectrum: DataSpectrum,
  history: readonly HistoryPoint[],
): Record<string, NpyArray> {
  const { patches: P, dimension: d } = train;
  const { values: filters } = leading({ matrices });
  const last = leading(history.findLast(hasValues)!);
  const rows = (values: Float64Array | Float32Array): NpyArray => ({ values, shape: [values.length / d, d] });
  const line = (values: ArrayLike<number | null>): NpyArray => ({
    values: Float64Array.from(values, (value) => value ?? NaN),
    shape: [values.length],
  });
  const width = Math.min(filters.length / d, d);
  const spectra = new Float64Array(history.length * width);
  history.forEach((point, i) => spectra.set(leading(point).singularValues, i * width));
  return {
    patches: { values: train.values, shape: [train.count, P, d] },
    labels: line(train.labels),
    test_patches: { values: test.values, shape: [test.count, P, d] },
    test_labels: line(test.labels),
    signal: rows(signal),
    initial_filters: rows(filters),
    filters: rows(last.values),
    data_singular_values: line(spectrum.data),
    clean_singular_values: line(spectrum.clean),
    filter_singular_values: line(last.singularValues),
    history_steps: { values: Int32Array.from(history, ({ step }) => step), shape: [history.length] },
    history_loss: line(history.map(({ loss }) => loss)),
    history_train_accuracy: line(history.map(({ trainAccuracy }) => trainAccuracy)),
    history_test_accuracy: line(history.map(({ testAccuracy }) => testAccuracy)),
    history_signal_share: line(history.map((point) => leading(point).signalShare)),
    history_singular_values: { values: spectra, shape: [history.length, width] },
  };
}
