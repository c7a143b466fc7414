import { defaults, type Experiment } from './parameters';

export interface Preset {
  readonly name: string;
  readonly label: string;
  /** One sentence: what to look for. */
  readonly look: string;
  readonly parameters: Partial<Experiment>;
}

export const presets: readonly Preset[] = [
  { name: 'default', label: 'Default', parameters: {}, look: 'Noise fills every direction of the data; the filters keep to the few that matter.' },
  { name: 'no-noise', label: 'No noise', parameters: { sigma: 0 }, look: 'Without noise data and filters have the same few directions.' },
  { name: 'near-critical', label: 'Near critical noise', parameters: { sigma: 0.3, steps: 600 }, look: 'Close to σ* signal and noise race; the first filters begin to follow noise.' },
  { name: 'memorised', label: 'Noise memorised', parameters: { sigma: 0.4 }, look: 'Beyond σ* the network memorises noise: training accuracy 1, test accuracy chance.' },
  { name: 'wide', label: 'Wide network', parameters: { m: 400 }, look: 'Eight hundred filters, and still as few directions: width is not rank.' },
  {
    name: 'mnist', label: 'MNIST 0 against 1',
    parameters: { data: 'mnist', sigma: 0.6, m: 20, n: 400, lr: 0.25, steps: 200 },
    look: 'Handwritten digits among patches of noise: the data’s rank grows, the filters’ hardly moves.',
  },
];

export function presetExperiment(preset: Preset): Experiment {
  return { ...defaults, ...preset.parameters };
}
