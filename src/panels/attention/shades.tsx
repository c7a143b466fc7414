import { useMemo } from 'react';
import { patchPlaces } from '../../experiment/shape';
import { askedOf } from '../../store/views/asked';
import { attentionOf } from '../../store/views/margins';
import { useStrings } from '../../store/words';
import type { ImageSample } from '../../training/image-sample';
import { objectPatches } from '../../training/object-patches';
import { Picture } from '../../ui/picture';
import { useVisibleState } from '../../ui/use-visible';

/** Of an image, in pixels. */
const width = 96;
/** How far a patch is veiled that gets nothing. */
const most = 0.88;

/** Sample images whose patches are veiled the more, the less of an even share of attention they get. */
export function Shades({ visible }: { visible: boolean }) {
  const asked = useVisibleState(visible, askedOf('images'));
  if (!asked.value) return null;
  const { answer, params } = asked.value;
  return <Strip visible={visible} sample={answer} places={params.experiment} />;
}

function Strip({
  visible,
  sample,
  places,
}: {
  visible: boolean;
  sample: ImageSample;
  places: Parameters<typeof patchPlaces>[0];
}) {
  const words = useStrings().open.attention;
  const { percent } = useStrings();
  const attention = useVisibleState(visible, (state) => attentionOf(state, sample));
  const arrangement = useMemo(() => patchPlaces(places), [places]);
  const objects = useMemo(() => objectPatches(sample.clean), [sample]);
  const { noisy } = sample;
  const size = noisy.patches * noisy.dimension;
  const scale = useMemo(() => noisy.values.reduce((top, value) => Math.max(top, Math.abs(value)), 0), [noisy]);
  return (
    <ul className="images shades" aria-label={words.shades}>
      {Array.from({ length: noisy.count }, (_, i) => {
        const shares = attention?.subarray(i * noisy.patches, (i + 1) * noisy.patches);
        const share = shares && objects ? shares[objects[i]!]! : null;
        return (
          <li key={i}>
            <Picture
              arrangement={arrangement}
              values={noisy.values.subarray(i * size, (i + 1) * size)}
              scale={scale}
              outlined={objects?.[i]}
              veils={shares && Array.from(shares, (each) => most * Math.max(0, 1 - each * noisy.patches))}
              width={width}
              name={words.image(sample.from + i + 1, share === null ? null : percent(share))}
            />
            <span className="margin">{share === null ? '–' : percent(share)}</span>
          </li>
        );
      })}
    </ul>
  );
}
