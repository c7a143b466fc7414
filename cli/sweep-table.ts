import { rankNotions } from '../src/spectrum/ranks';
import { csv, type Cell } from '../src/formats/csv';
import type { SweepResult } from './sweep';
import type { SweepPoint } from './sweep-point';

type Column = readonly [title: string, cell: (point: SweepPoint) => Cell];

const measured = (['step', 'loss', 'trainAccuracy', 'testAccuracy', 'signalShare', 'diverged'] as const).map(
  (key): Column => [key, (point) => point[key]],
);

const ranks = (['filters', 'data'] as const).flatMap((matrix) =>
  rankNotions.map((notion): Column => [
    `${matrix}${notion[0]!.toUpperCase()}${notion.slice(1)}Rank`,
    (point) => point[matrix][notion],
  ]),
);

const rest: readonly Column[] = [
  ['signalDimension', (point) => point.signalDimension],
  ['predictedDataStableRank', (point) => point.predicted.dataStableRank],
  ['criticalNoise', (point) => point.predicted.criticalNoise],
  ['link', (point) => point.link],
  ['testLoss', (point) => point.testLoss ?? null],
];

/** Of images of right and of wrong label apart, where some labels are wrong. */
const byLabel = (['right', 'wrong'] as const).map((label): Column => [
  `byLabel.${label}`,
  (point) => point.byLabel?.[label] ?? null,
]);

/** A sweep as CSV: a row of titles, and one row per run. */
export function sweepTable({ axes, points }: SweepResult): string {
  const keys = [...new Set([...axes.map(({ key }) => key), 'seed' as const])];
  const columns: readonly Column[] = [
    ...keys.map((key): Column => [key, ({ parameters }) => parameters[key] ?? null]),
    ...measured,
    ...ranks,
    ...rest,
    ...(points.some((point) => point.byLabel) ? byLabel : []),
  ];
  return csv([columns.map(([title]) => title), ...points.map((point) => columns.map(([, cell]) => cell(point)))]);
}
