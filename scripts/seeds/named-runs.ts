import { defaults, type Experiment } from '../../src/experiment/parameters';
import { presetExperiment, presets, type PresetName } from '../../src/experiment/presets';
import { sameScience } from '../../src/experiment/science';
import { sweepExperiments } from '../../src/experiment/sweep';
import { noisePlan } from '../../src/store/views/plans';
import { stepExperiment, tour, type TourStep } from '../../src/story/tour';

/** The seeds over which sentences are held true. */
export const sweptSeeds: readonly number[] = Array.from({ length: 20 }, (_, i) => i + 1);

/** What is measured of each seed: every preset, what it is held against, and every run of the tour that is no preset. */
export const namedRuns: Readonly<Record<string, Experiment>> = {
  ...Object.fromEntries(presets.map((preset) => [preset.name, presetExperiment(preset)])),
  'mnist without noise': { ...presetExperiment(presets.find(({ name }) => name === 'mnist')!), sigma: 0 },
  ...Object.fromEntries(
    tour
      .filter((step) => presetOf(step) === undefined)
      .map((step) => [`tour: ${step.name}`, stepExperiment(defaults, step)]),
  ),
};

function presetOf(step: TourStep): PresetName | undefined {
  const experiment = stepExperiment(defaults, step);
  return presets.find((preset) => {
    const candidate = presetExperiment(preset);
    return candidate.matrix === experiment.matrix && sameScience(candidate, experiment);
  })?.name;
}

/** The run that a step of the tour shows. */
export const runOfStep = (step: TourStep): string => presetOf(step) ?? `tour: ${step.name}`;

/** The sweep of the tour. */
export const sweptPlan = (seed: number) => noisePlan({ ...defaults, seed });
export const sweptExperiments = (seed: number) => sweepExperiments(sweptPlan(seed)).experiments;
