import { useMemo, useRef } from 'react';
import { patchPlaces } from '../experiment/shape';
import { sourceOf } from '../images/sources/list';
import { askedOf } from '../store/views/asked';
import { digitsShown } from '../store/views/guesses';
import { useStrings } from '../store/words';
import { Failure } from '../ui/failure';
import { Picture, PicturePlace } from '../ui/picture';
import { useMagnification } from '../ui/use-magnification';
import { useViewportWidth } from '../ui/use-viewport';
import { useVisible, useVisibleState } from '../ui/use-visible';
import { useWatch } from '../ui/use-watch';

/** Of one image, where there is width for it. */
const most = 104;
/** The margins of a phone's screen, and what is between its four images. */
const between = 56;

/** A digit of each class with its noise, and beside it without: drawn when it is in sight, whatever the page trains on. */
export function Digits() {
  const { images: words, kinds } = useStrings();
  const figure = useRef<HTMLElement>(null);
  const visible = useVisible(figure);
  useWatch('digits', visible);
  // All four in one row, to be compared.
  const width = Math.min(most, Math.floor((useViewportWidth() / useMagnification() - between) / 4));
  const { value, failure } = useVisibleState(visible, askedOf('digits'));
  const arrangement = useMemo(() => patchPlaces(digitsShown), []);
  const classes = sourceOf(digitsShown).classes(digitsShown)!;
  const sample = value?.answer;
  const size = sample ? sample.noisy.patches * sample.noisy.dimension : 0;
  const scale = useMemo(
    () => (sample ? sample.noisy.values.reduce((most, one) => Math.max(most, Math.abs(one)), 0) : 1),
    [sample],
  );
  return (
    <figure ref={figure} className="digits" aria-busy={!sample && !failure}>
      {failure && <Failure problem={failure} />}
      {!failure &&
        [0, 1].flatMap((image) =>
          (['noisy', 'clean'] as const).map((kind) => {
            const name = kinds[digitsShown.data].shows(classes[sample && sample.noisy.labels[image]! < 0 ? 1 : 0]);
            return sample ? (
              <Picture
                key={`${kind} ${image}`}
                arrangement={arrangement}
                values={sample[kind].values.subarray(image * size, (image + 1) * size)}
                scale={scale}
                width={width}
                name={kind === 'noisy' ? words.noisy(image + 1, name) : words.clean(image + 1)}
              />
            ) : (
              <PicturePlace key={`${kind} ${image}`} arrangement={arrangement} width={width} />
            );
          }),
        )}
    </figure>
  );
}
