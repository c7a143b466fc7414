import type { Science, ScienceKey } from '../../../experiment/parameters';
import { knownCollection } from '../../own/known';
import { mendWindows } from '../windows';
import { identityOf, type ImageSource, type Mending } from '../source';
import { available, chosenClasses } from './classes';
import { ownShape } from './shape';

/** Held-out images of each class that the test accuracy is of, at most. */
export const mostTestPerClass = 500;

/** Images that somebody brought: two classes of a collection that the hash `images` names. */
export const own: ImageSource = {
  kind: 'file',
  label: 'Own images',
  is: { classed: false, theory: false, signal: 'estimated' },
  reads,
  identity: (science) => identityOf('file', science, reads(science)),
  shape: ownShape,
  collection: ({ images }) => images,
  mend(science) {
    const { images, n, channels, classes } = science;
    if (images === '')
      return [{ field: 'data', value: 'synthetic', problem: { kind: 'names-no-images', used: 'synthetic' } }];
    const mended: Mending[] = [...mendWindows(science, (stride) => ownShape({ ...science, stride }).patches)];
    const known = knownCollection(images);
    if (!known) return mended;
    const has = chosenClasses(known.classes, classes) !== undefined;
    const used = has ? classes : [];
    if (!has) {
      const problem = {
        kind: 'no-such-classes',
        given: classes.join(','),
        classes: known.classes,
        used: known.classes.slice(0, 2).join(','),
      } as const;
      mended.push({ field: 'classes', value: [], problem });
    }
    const most = 2 * available(known, used)!.train;
    if (n > most)
      mended.push({ field: 'n', value: most, problem: { kind: 'too-many-of-class', perClass: most / 2, used: most } });
    if (channels === 'rgb' && known.channels === 1)
      mended.push({ field: 'channels', value: 'grey', problem: { kind: 'images-are-grey', used: 'grey' } });
    return mended;
  },
  most(science) {
    const there = availableOf(science);
    return there ? { n: 2 * there.train } : {};
  },
  signalDimension: () => null,
  testImages: (science) => 2 * Math.min(mostTestPerClass, availableOf(science)?.test ?? mostTestPerClass),
  hasRoomForNoise: ({ images, layout, noise }) =>
    layout === 'grid' || noise === 'everywhere' || (knownCollection(images)?.background ?? true),
  classes({ images, classes }) {
    const [plus, minus] = classes.length === 2 ? classes : (knownCollection(images)?.classes ?? ['+1', '−1']);
    return [plus!, minus!];
  },
};

function reads({ layout }: Science): readonly ScienceKey[] {
  const always = [
    'sigma',
    'side',
    'n',
    'mu',
    'seed',
    'noise',
    'images',
    'classes',
    'channels',
    'centre',
    'layout',
  ] as const;
  return layout === 'windows' ? [...always, 'stride'] : always;
}

function availableOf({ images, classes }: Science) {
  const known = knownCollection(images);
  return known && available(known, classes);
}
