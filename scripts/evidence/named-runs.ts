import { defaults, type Experiment, type Measured } from '../../src/experiment/parameters';
import { presetExperiment, presets, type PresetName } from '../../src/experiment/presets';
import { sameScience } from '../../src/experiment/science';
import { atLevel, curvePlan } from '../../src/store/views/curve-plan';
import { stepExperiment, tour, type TourStep } from '../../src/story/tour/steps';

/** The seeds over which sentences are held true. */
export const sweptSeeds: readonly number[] = Array.from({ length: 20 }, (_, i) => i + 1);

/** What is measured of each seed: every preset, what it is held against, and every run of the tour that is no preset. */
export const namedRuns: Readonly<Record<string, Experiment>> = {
  ...Object.fromEntries(presets.map((preset) => [preset.name, presetExperiment(preset)])),
  ...Object.fromEntries(
    presets
      .filter(({ name }) => ['mnist', 'shoes', 'clothes'].includes(name))
      .map((preset) => [`${preset.name} without noise`, { ...presetExperiment(preset), sigma: 0 }]),
  ),
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

/** The curve of the first figure, which the tour tells of, level by level. */
export const curveExperiments = (seed: number): readonly Measured[] =>
  curvePlan({ ...defaults, seed }, [], null).levels.map((sigma) => atLevel({ ...defaults, seed }, sigma));
