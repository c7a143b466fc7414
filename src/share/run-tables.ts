import { csv, type Cell } from '../formats/csv';
import { rankNotions } from '../spectrum/ranks';
import { closePointsOf, type ClosePoint } from '../store/views/change';
import { rankOfValues } from '../store/views/ranks';
import { frameOf } from '../store/views/shown-frame';
import type { AppState } from '../store/state';

/**
 * Every recorded step of the run, a row each: what was measured, and of each matrix its notions of rank and its singular
 * values. Columns of the first matrix have no name before theirs, as when there was one. What came to be measured later
 * stands at the end: the test loss, of what training moved the share in the signal span and along each signal vector, and,
 * where the page looked at that, of the first matrix the ranks of W − W₀ and of its gradient at some of the steps. Last, where labels are wrong,
 * the training accuracy of rightly and of wrongly labelled images.
 */
export function historyTable(state: AppState): string {
  const { history } = state.run;
  const close = new Map(closePointsOf(state).map((point) => [point.step, point]));
  const matrices = (history[0]?.matrices ?? []).map(({ name }, k) => ({
    name,
    before: k === 0 ? '' : `${name}.`,
    values: history.reduce((most, point) => Math.max(most, point.matrices[k]!.singularValues.length), 0),
  }));
  const moved = matrices.flatMap(({ before }, at) => {
    const along = history.reduce((most, point) => Math.max(most, point.matrices[at]!.moved?.along.length ?? 0), 0);
    return along > 0 ? [{ before, at, along }] : [];
  });
  const labels = history.some(({ byLabel }) => byLabel) ? (['right', 'wrong'] as const) : [];
  return csv([
    [
      'step',
      'loss',
      'trainAccuracy',
      'testAccuracy',
      ...matrices.flatMap(({ before, values }) => [
        `${before}signalShare`,
        ...rankNotions.map((notion) => `${before}${notion}Rank`),
        ...Array.from({ length: values }, (_, i) => `${before}s${i + 1}`),
      ]),
      'testLoss',
      ...moved.flatMap(({ before, along }) => [
        `${before}movedShare`,
        ...Array.from({ length: along }, (_, i) => `${before}moved${i + 1}`),
      ]),
      ...(close.size > 0 ? closeColumns.map(([title]) => title) : []),
      ...labels.map((label) => `byLabel.${label}`),
    ],
    ...history.map((point): Cell[] => [
      point.step,
      point.loss,
      point.trainAccuracy,
      point.testAccuracy,
      ...matrices.flatMap(({ values }, k) => {
        const { signalShare, singularValues } = point.matrices[k]!;
        return [
          signalShare,
          ...rankNotions.map((notion) => rankOfValues(singularValues, notion)),
          ...Array.from({ length: values }, (_, i) => singularValues[i] ?? null),
        ];
      }),
      point.testLoss,
      ...moved.flatMap(({ at, along }) => {
        const { [at]: matrix } = point.matrices;
        return [
          matrix?.moved?.share ?? null,
          ...Array.from({ length: along }, (_, i) => matrix?.moved?.along[i] ?? null),
        ];
      }),
      ...(close.size > 0 ? closeColumns.map(([, read]) => readAt(close.get(point.step), read)) : []),
      ...labels.map((label) => point.byLabel?.[label] ?? null),
    ]),
  ]);
}

type Read = (point: ClosePoint) => Cell;

const rankColumns = (of: string, values: (point: ClosePoint) => Float64Array) =>
  rankNotions.map((notion): readonly [string, Read] => [
    `${of}${notion[0]!.toUpperCase()}${notion.slice(1)}Rank`,
    (point) => rankOfValues(values(point), notion),
  ]);

const closeColumns: readonly (readonly [title: string, Read])[] = [
  ...rankColumns('moved', ({ moved }) => moved),
  ...rankColumns('gradient', ({ gradient }) => gradient.singularValues),
  ['gradientSignalShare', ({ gradient }) => gradient.energy?.share ?? null],
  ['descentCosine', ({ gradient }) => gradient.cosine],
];

const readAt = (point: ClosePoint | undefined, read: Read): Cell => (point ? read(point) : null);

/** The spectra that the page shows, side by side; weight matrices by name, at the step that is shown and at initialisation. */
export function spectraTable(state: AppState): string {
  const {
    data: { spectrum },
    run,
  } = state;
  const initialised = (run.initial?.matrices ?? []).map(
    ({ name, singularValues }, k) => [k === 0 ? 'initialisation' : `${name}.initialisation`, singularValues] as const,
  );
  const shown = (frameOf(state)?.matrices ?? []).map(({ name, singularValues }) => [name, singularValues] as const);
  const columns: (readonly [string, Float64Array | undefined])[] = [
    ['data', spectrum?.data],
    ['clean', spectrum?.clean],
    ...shown.flatMap((one, k) => [one, ...initialised.slice(k, k + 1)]),
  ];
  const rows = Math.max(...columns.map(([, values]) => values?.length ?? 0));
  return csv([
    ['index', ...columns.map(([name]) => name)],
    ...Array.from({ length: rows }, (_, i): Cell[] => [i + 1, ...columns.map(([, values]) => values?.[i] ?? null)]),
  ]);
}
