import { defaults, type Experiment } from './parameters';
import { sameScience } from './science';

export interface Preset {
  readonly name: string;
  readonly label: string;
  /** One sentence: what to look for. */
  readonly look: string;
  readonly parameters: Partial<Experiment>;
  /** Whether it shows where the claim ends, rather than that it holds. */
  readonly breaks?: true;
}

export const presets: readonly Preset[] = [
  { name: 'default', label: 'Default', parameters: {}, look: 'Noise fills every direction of the data; the filters keep to the few that matter.' },
  { name: 'no-noise', label: 'No noise', parameters: { sigma: 0 }, look: 'Without noise data and filters have the same few directions.' },
  { name: 'wide', label: 'Wide network', parameters: { m: 400 }, look: 'Eight hundred filters, and still as few directions: width is not rank.' },
  { name: 'nine-patches', label: 'Nine patches', parameters: { patches: 9 }, look: 'Eight patches of noise beside the object, not three; the filters still keep to the signal.' },
  { name: 'image-matrix', label: 'Image matrix', parameters: { matrix: 'image' }, look: 'The default run, with whole images as rows of the data: their rank grows even more.' },
  {
    name: 'mnist', label: 'MNIST 0 against 1',
    parameters: { data: 'mnist', sigma: 0.6, m: 20, n: 400, lr: 0.25, steps: 200 },
    look: 'Handwritten digits among patches of noise: the data’s rank grows, the filters’ hardly moves.',
  },
  { name: 'near-critical', label: 'Near critical noise', parameters: { sigma: 0.3, steps: 600 }, breaks: true, look: 'Close to σ* signal and noise race; the first filters begin to follow noise.' },
  { name: 'memorised', label: 'Noise memorised', parameters: { sigma: 0.4 }, breaks: true, look: 'With so much noise the network memorises it: training accuracy 1, test accuracy near chance.' },
  { name: 'few-images', label: 'Few images', parameters: { n: 24 }, breaks: true, look: 'Every signal vector is in four images, too few to outweigh their noise.' },
  {
    name: 'diverges', label: 'Learning rate too large', breaks: true,
    // Where the object is clean, full-batch steps of any size that the table allows come back to a small loss.
    parameters: { side: 3, patches: 9, sigma: 1, lr: 100, noise: 'everywhere', project: false },
    look: 'With noise on the object too and such large steps, the loss leaves its bounds and stays there.',
  },
];

export function presetExperiment(preset: Preset): Experiment {
  return { ...defaults, ...preset.parameters };
}

/** The preset that an experiment is, however it is looked at. */
export function presetOf(experiment: Experiment): Preset | undefined {
  return presets.find((preset) => {
    const candidate = presetExperiment(preset);
    return candidate.matrix === experiment.matrix && sameScience(candidate, experiment);
  });
}
