import { defaultsOf } from './own-defaults';
import { defaults, type Experiment } from './parameters';
import { sameScience } from './science';

export const presetNames = [
  'default',
  'no-noise',
  'wide',
  'nine-patches',
  'image-matrix',
  'mnist',
  'shoes',
  'clothes',
  'near-critical',
  'memorised',
  'few-images',
  'deep',
  'transformer',
  'adam',
  'dense',
  'diverges',
  'staircase',
  'wrong-labels',
  'coloured',
] as const;
export type PresetName = (typeof presetNames)[number];

/** Each has its words under its name in the catalogues. */
export interface Preset {
  readonly name: PresetName;
  readonly parameters: Partial<Experiment>;
  /** Whether it shows where the claim ends, rather than that it holds. */
  readonly breaks?: true;
}

export const presets: readonly Preset[] = [
  { name: 'default', parameters: {} },
  { name: 'no-noise', parameters: { sigma: 0 } },
  { name: 'wide', parameters: { m: 400 } },
  { name: 'nine-patches', parameters: { patches: 9 } },
  { name: 'image-matrix', parameters: { matrix: 'image' } },
  { name: 'mnist', parameters: { data: 'mnist', sigma: 0.6, m: 20, n: 400, lr: 0.25, steps: 200 } },
  { name: 'shoes', parameters: { data: 'fashion', pair: [7, 9], sigma: 0.6, m: 20, n: 400, lr: 0.25, steps: 200 } },
  { name: 'clothes', parameters: { data: 'fashion', pair: [1, 6], sigma: 0.6, m: 20, n: 400, lr: 0.25, steps: 200 } },
  { name: 'near-critical', parameters: { sigma: 0.3, steps: 600 }, breaks: true },
  { name: 'memorised', parameters: { sigma: 0.4 }, breaks: true },
  { name: 'few-images', parameters: { n: 24 }, breaks: true },
  { name: 'deep', parameters: { net: 'deep', depth: 5 } },
  { name: 'transformer', parameters: { net: 'transformer' } },
  { name: 'adam', parameters: { opt: 'adam' }, breaks: true },
  { name: 'dense', parameters: { net: 'dense' }, breaks: true },
  {
    name: 'diverges',
    breaks: true,
    // Where the object is clean, full-batch steps of any size that the table allows come back to a small loss.
    parameters: { side: 3, patches: 9, sigma: 1, lr: 100, noise: 'everywhere', project: false },
  },
  { name: 'staircase', parameters: { ratio: 0.5, sigma: 0.1, steps: 600 } },
  { name: 'wrong-labels', parameters: { flip: 0.1, steps: 600 }, breaks: true },
  { name: 'coloured', parameters: { colour: 1 }, breaks: true },
];

export function presetExperiment(preset: Preset): Experiment {
  return { ...defaultsOf({ ...defaults, ...preset.parameters }), ...preset.parameters };
}

/** The preset that an experiment is, however it is looked at. */
export function presetOf(experiment: Experiment): Preset | undefined {
  return presets.find((preset) => {
    const candidate = presetExperiment(preset);
    return candidate.matrix === experiment.matrix && sameScience(candidate, experiment);
  });
}
