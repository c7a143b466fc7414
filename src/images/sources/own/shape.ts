import type { Science } from '../../../experiment/parameters';
import { windowsPerSide } from '../../sliding-windows';
import type { ImageShape } from '../source';

/** Windows are cut out of pictures of this side, as those of digits are, whatever side the images had. */
export const windowedSide = 28;
const gridPatches = 4;

/** Patches and patch side of own images under a layout. */
export function ownShape({
  layout,
  side,
  stride,
  channels: asked,
}: Pick<Science, 'layout' | 'side' | 'stride' | 'channels'>): ImageShape {
  const channels = asked === 'rgb' ? 3 : 1;
  switch (layout) {
    case 'grid':
      return { patches: gridPatches, side, channels };
    case 'pixels':
      return { patches: 1, side, channels };
    case 'windows': {
      const columns = windowsPerSide({ picture: windowedSide, side, stride });
      return { patches: columns ** 2, side, channels, windows: { columns, stride } };
    }
  }
}
