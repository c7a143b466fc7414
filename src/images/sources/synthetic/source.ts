import type { Science, ScienceKey } from '../../../experiment/parameters';
import { identityOf, type ImageSource } from '../source';
import { patternsOf } from './patterns';

/** Fresh test images, before they are rounded down to a multiple of 2K so that classes and features are balanced. */
const mostTestImages = 1000;

const always = [
  'k',
  'sigma',
  'side',
  'patches',
  'n',
  'mu',
  'seed',
  'ratio',
  'partner',
  'basis',
] as const satisfies readonly ScienceKey[];
const ofNoise = ['colour', 'tail', 'noise', 'project'] as const satisfies readonly ScienceKey[];

/** The paper's data model: 2K signal vectors, background noise. */
export const synthetic: ImageSource = {
  kind: 'synthetic',
  label: 'Synthetic',
  is: { classed: true, theory: true, signal: 'exact' },
  reads: () => [...always, ...ofNoise],
  // Without noise it makes no difference what it would be.
  identity: (science) => identityOf('synthetic', science, science.sigma === 0 ? always : [...always, ...ofNoise]),
  shape: ({ patches, side }) => ({ patches, side, channels: 1 }),
  mend(science) {
    const { k, side, basis } = science;
    const most = mostFeatures(science);
    if (k <= most) return [];
    const room = dimensions(science);
    const problem = { kind: 'signal-too-large', side, basis, room, signalDimension: 2 * k, used: most } as const;
    return [{ field: 'k', value: most, problem }];
  },
  most: (science) => ({ k: mostFeatures(science) }),
  signalDimension: ({ k }) => 2 * k,
  vectors: (science, basis) => patternsOf(basis, science),
  testImages: ({ k }) => mostTestImages - (mostTestImages % (2 * k)),
  // An image of one patch has no background, and a signal that fills the space leaves it no room.
  hasRoomForNoise: ({ patches, noise, project, k, side }) =>
    (noise === 'everywhere' || patches > 1) && !(project && 2 * k >= side * side),
  hasColouredNoise: ({ colour }) => colour > 0,
  classes: () => null,
};

/** Signal vectors that can be orthogonal in a patch: cosines leave out the constant one. */
function dimensions({ side, basis }: Pick<Science, 'side' | 'basis'>): number {
  return side ** 2 - (basis === 'cosine' ? 1 : 0);
}

/** Largest K that leaves the signal vectors orthogonal: 2K ≤ d, one less for cosines. */
function mostFeatures(science: Pick<Science, 'side' | 'basis'>): number {
  return Math.floor(dimensions(science) / 2);
}
