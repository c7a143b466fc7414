import { defaults, type Measured } from '../../experiment/parameters';
import { scienceText } from '../../experiment/science';
import type { Backend } from '../../training/trainer';
import type { KnownRun, KnownState } from '../state';
import { memo } from './memo';

const unknown: readonly KnownRun[] = [];

/** Text that runs share which differ in nothing but the noise: the points of one curve. */
export const lineText = memo(
  (experiment: Measured): string => `${scienceText({ ...experiment, sigma: defaults.sigma })} ${experiment.matrix}`,
);

/** What is known of an experiment and of those that differ from it in nothing but the noise. */
export function lineOf({ lines }: KnownState, experiment: Measured): readonly KnownRun[] {
  return lines.get(lineText(experiment)) ?? unknown;
}

/** The run of a line at a level of noise; where there are two, one that the visitor made. @param backend that made it; null for any. */
export function runAt(line: readonly KnownRun[], sigma: number, backend: Backend | null = null): KnownRun | null {
  const there = line.filter((run) => run.experiment.sigma === sigma && (backend === null || run.backend === backend));
  return there.find(({ own }) => own) ?? there[0] ?? null;
}
