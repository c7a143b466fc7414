import { csv, type Cell } from '../formats/csv';
import { rankNotions } from '../spectrum/ranks';
import { leading } from '../store/views/shown-frame';
import { rankAt } from '../store/views/ranks';
import type { AppState } from '../store/state';
import { shownValues } from '../store/views/shown-values';

/** Every recorded step of the run, a row each: what was measured, the notions of rank, and the filters' singular values. */
export function historyTable({ run: { history } }: AppState): string {
  const values = history.reduce((most, point) => Math.max(most, leading(point).singularValues.length), 0);
  const titles = [
    'step',
    'loss',
    'trainAccuracy',
    'testAccuracy',
    'signalShare',
    ...rankNotions.map((notion) => `${notion}Rank`),
    ...Array.from({ length: values }, (_, i) => `s${i + 1}`),
  ];
  return csv([
    titles,
    ...history.map((point): Cell[] => [
      point.step,
      point.loss,
      point.trainAccuracy,
      point.testAccuracy,
      leading(point).signalShare,
      ...rankNotions.map((notion) => rankAt(point, notion)),
      ...Array.from({ length: values }, (_, i) => leading(point).singularValues[i] ?? null),
    ]),
  ]);
}

/** The spectra that the page shows, side by side; the filters at the step that is shown. */
export function spectraTable(state: AppState): string {
  const {
    data: { spectrum },
    run,
  } = state;
  const columns = {
    data: spectrum?.data,
    clean: spectrum?.clean,
    filters: shownValues(state, 'filters'),
    initialisation: run.initial ? leading(run.initial).singularValues : undefined,
  };
  const rows = Math.max(...Object.values(columns).map((values) => values?.length ?? 0));
  return csv([
    ['index', ...Object.keys(columns)],
    ...Array.from({ length: rows }, (_, i): Cell[] => [
      i + 1,
      ...Object.values(columns).map((values) => values?.[i] ?? null),
    ]),
  ]);
}
