import { encodeLink } from '../../src/experiment/link';
import { presetExperiment, presets } from '../../src/experiment/presets';
import type { ClaimKind, Regime } from '../../src/strings/facts';

/** A setting, what is to be said of it, and why that is so. */
export interface Setting {
  readonly link: string;
  /** The heading; null where it is not judged. */
  readonly claim: ClaimKind | null;
  readonly regime: Regime;
  readonly why: string;
}

const fromPresets: Readonly<Record<string, readonly [ClaimKind, Regime, string]>> = {
  default: ['learnt', 'learnt', 'the data go from 6 to 42, six of six vectors are followed, every test image is right'],
  'no-noise': ['still', 'learnt', 'there is no noise to see through'],
  wide: ['learnt', 'learnt', 'eight hundred filters do as 128 do'],
  'nine-patches': ['learnt', 'learnt', 'more noise an image, at the same σ'],
  'image-matrix': ['learnt', 'learnt', 'the same run; whole images have rank 16 and 64'],
  mnist: ['learnt', 'learnt', 'the span of digits takes five sixths of what moved, test accuracy is 0.97'],
  shoes: ['partly', 'partly', 'two fifths of what moved is off the span of shoes, test accuracy is 0.90'],
  clothes: ['learnt', 'learnt', 'the span of clothes takes two thirds of what moved, test accuracy is 0.97'],
  deep: ['learnt', 'learnt', 'five layers do as two do: the first one has rank 3.5 with noise and without'],
  transformer: ['learnt', 'learnt', 'attention reads the filters, whose rank goes from 3.7 to 3.8'],
  'near-critical': [
    'partly',
    'learnt',
    'test accuracy is 0.97, but the filters went from 4.5 to 6.9: two fifths of what moved is noise',
  ],
  memorised: ['memorised', 'memorised', 'of 996 images 0.56 are right, four standard errors from chance'],
  'few-images': ['memorised', 'partly', 'nearly all that moved is noise, but test accuracy is 0.58, beyond chance'],
  adam: [
    'learnt',
    'learnt',
    'three tenths of what moved is noise, but test accuracy is 1 and the rank goes from 4.0 to 4.6',
  ],
  dense: ['partly', 'learnt', 'test accuracy is 0.97, but two fifths of what moved is noise'],
  diverges: ['diverged', 'diverged', 'the loss stays a hundred times above where it began'],
  staircase: ['learnt', 'learnt', 'six of six vectors are followed, the shortest last; every test image is right'],
  'wrong-labels': ['mislabelled', 'partly', 'wrong labels are fitted by noise, more than half of what moved'],
  coloured: ['turned', 'learnt', 'the stable rank of the data falls from 6.0 to 3.9, their effective rank goes to 57'],
};

const judged: readonly (readonly [link: string, claim: ClaimKind | null, regime: Regime, why: string])[] = [
  ['#k=1', 'learnt', 'learnt', 'two vectors, each in half of the images'],
  [
    '#k=16',
    'lowered',
    'unfitted',
    'noise has a largest direction of its own, above that of 32 vectors; the loss is 0.32',
  ],
  ['#sigma=0.01', 'faint', 'learnt', 'so little noise adds a fiftieth to a rank of 6'],
  ['#sigma=2', 'memorised', 'memorised', 'noise alone drives the run, test accuracy is that of guessing'],
  ['#m=1', 'unfitted', 'unfitted', 'two filters cannot follow six vectors: the loss is 0.23'],
  ['#m=512&n=120&steps=120', 'learnt', 'learnt', 'a thousand filters follow six vectors after 120 steps'],
  ['#patches=1', 'unreached', 'learnt', 'the only patch is the object, which stays clean'],
  ['#n=2', 'memorised', 'memorised', 'two images: one vector of each class was shown, and its noise outgrew it'],
  [
    '#side=4&k=7',
    'lowered',
    'learnt',
    'two directions of noise out of sixteen take more energy than any signal vector',
  ],
  ['#steps=28', 'unfitted', 'unfitted', 'every sign is right, at a loss of 0.69'],
  ['#sigma=0.31', 'memorised', 'partly', 'a little more noise than signal in what moved, test accuracy 0.91'],
  ['#data=mnist&sigma=0&m=20&n=400&lr=0.25&steps=200', 'still', 'learnt', 'clean digits'],
  [
    '#data=mnist&layout=windows&sigma=0.3&m=8&n=100&lr=0.5&steps=200&pair=4-9',
    'unstable',
    'partly',
    'the loss rises at a tenth of the steps; the command line ends elsewhere',
  ],
  ['#net=deep&m=8&n=120', 'learnt', 'learnt', 'a layer of mixing above 16 filters: six of six vectors are followed'],
  ['#net=transformer&m=16&n=120', 'learnt', 'learnt', 'attention reads 32 filters, which follow six of six vectors'],
  ['#net=dense&m=16', 'partly', 'learnt', 'test accuracy is 0.97, but two fifths of what moved is noise'],
  ['#opt=adam&m=16&sigma=0.4', 'memorised', 'partly', 'two thirds of what moved is noise, test accuracy 0.87'],
  [
    '#flip=0.5&m=16&n=120',
    'mislabelled',
    'partly',
    'labels at random say nothing of the signal, and images are told apart',
  ],
  ['#sigma=0.6', null, 'memorised', 'past the level at which the rank of the data is largest'],
  ['#sigma=0.1', null, 'learnt', 'well before it'],
  // Each was once said to have memorised noise, or to have learnt the signal.
  ['#sigma=0.45', null, 'memorised', 'test accuracy 0.53 of 996 images, 0.3% in the span'],
  ['#steps=24', null, 'unfitted', 'right signs at a loss of 0.69'],
  ['#n=24&steps=4', null, 'unfitted', 'the same'],
  ['#patches=1&steps=8', null, 'unfitted', 'the same, and no noise'],
  ['#patches=1&init=1&side=20', null, 'learnt', 'no noise reaches it; 61% of W is what it began with'],
  ['#init=1&side=16', null, 'partly', 'test accuracy 0.97, but more noise than signal in what moved'],
  ['#patches=2&sigma=0.38', null, 'partly', 'test accuracy 0.94'],
  ['#data=mnist&layout=pixels&sigma=2&m=8&n=100&lr=0.25&steps=100', null, 'partly', 'test accuracy 0.85'],
  ['#data=mnist&layout=windows&m=16&n=100', null, 'partly', 'test accuracy 0.67, nearly all in the span'],
  ['#side=2&k=1&n=40&m=8', null, 'unfitted', 'a loss of 0.35: one of two vectors never rose'],
  ['#kappa=5&steps=1200&n=120&m=16', null, 'unfitted', 'a loss of 0.38: three of six never rose'],
  ['#lr=100', null, 'learnt', 'steps as long as the table has them come to a small loss'],
];

const ofPresets = presets.map((preset) => {
  const [claim, regime, why] = fromPresets[preset.name]!;
  return { link: `#${encodeLink(presetExperiment(preset))}`, claim, regime, why };
});

export const settings: readonly Setting[] = [
  ...ofPresets,
  ...judged.map(([link, claim, regime, why]) => ({ link, claim, regime, why })),
];

/** Those of which the whole record is kept, as it says whether training is unstable. */
export const watchedSettings: readonly Setting[] = [
  ...ofPresets,
  ...settings.filter(({ claim, link }) => claim === 'unstable' || link === '#lr=100' || link === '#sigma=2'),
];
