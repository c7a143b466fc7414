import { sourceOf } from '../../images/sources/list';
import { useMemo } from 'react';
import { imageShape, patchDimension, patchPlaces } from '../../experiment/shape';
import type { Science } from '../../experiment/parameters';
import { scienceAlone } from '../../experiment/science';
import { signalNames } from '../../pixels/kit/names';
import { askedOf } from '../../store/views/asked';
import { marginsOf } from '../../store/views/margins';
import { signalVectors } from '../../store/views/shown-filters';
import { imagesPageOf } from '../../store/views/questions';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import type { ImageFacts } from '../../strings/figure-facts';
import type { ImageSample } from '../../training/image-sample';
import { Picture, PicturePlace } from '../../ui/picture';
import { Failure } from '../../ui/failure';
import { useRoom } from '../../ui/room';
import { useMagnification } from '../../ui/use-magnification';
import { useViewportWidth } from '../../ui/use-viewport';
import { useVisibleState } from '../../ui/use-visible';
import { useWatch } from '../../ui/use-watch';

/** Of an image, and of the same without noise beside it, in pixels. */
const noisyWidth = 112,
  cleanWidth = 52;

/** Below so many pixels, where type is of the usual size (37rem between the margins, in style sheets), images are in one row that scrolls. */
const stripBelow = 624;

/** Some training images, clean and noisy, and what the network makes of each. */
export function Images({ visible }: { visible: boolean }) {
  const { images: words } = useStrings();
  const app = useApp();
  useWatch('images', visible);
  // The first are drawn unseen.
  const first = useAppState(({ asked: { images } }) => images.answers.length === 0);
  const asked = useVisibleState(visible || first, askedOf('images'));
  if (asked.failure) return <Failure problem={asked.failure} />;
  return (
    <div aria-busy={asked.status === 'loading'}>
      <div className="toolbar" role="group" aria-label={words.group}>
        <button type="button" className="secondary" onClick={() => app.turnImages(-1)}>
          {words.previous}
        </button>
        <button type="button" className="secondary" onClick={() => app.turnImages(1)}>
          {words.next}
        </button>
        <span className="status-text" role="status">
          {asked.value
            ? words.range(
                asked.value.answer.from + 1,
                asked.value.answer.from + asked.value.answer.noisy.count,
                asked.value.params.experiment.n,
              )
            : words.drawing}
        </span>
      </div>
      {asked.value ? (
        <Strip visible={visible} sample={asked.value.answer} experiment={asked.value.params.experiment} />
      ) : (
        <Places />
      )}
      <SignalVectors visible={visible} />
    </div>
  );
}

/** Room for the images while they are drawn, so that what is below stays where it is. */
function Places() {
  const experiment = useAppState((state) => scienceAlone(state.experiment));
  const arrangement = useMemo(() => patchPlaces(experiment), [experiment]);
  const { count } = imagesPageOf(experiment, 0);
  return (
    <ul className="images" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <li key={i}>
          <PicturePlace arrangement={arrangement} width={noisyWidth} />
          <PicturePlace arrangement={arrangement} width={cleanWidth} />
          <span className="image-name">&nbsp;</span>
          <span className="margin">&nbsp;</span>
        </li>
      ))}
    </ul>
  );
}

function Strip({ visible, sample, experiment }: { visible: boolean; sample: ImageSample; experiment: Science }) {
  const words = useStrings().images;
  const strip = useViewportWidth() < stripBelow * useMagnification();
  const margins = useVisibleState(visible, (state) => marginsOf(state, sample));
  const arrangement = useMemo(() => patchPlaces(experiment), [experiment]);
  const { noisy, clean } = sample;
  const size = noisy.patches * noisy.dimension;
  // One scale for all: noise grows where it grows.
  const scale = useMemo(() => noisy.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0), [noisy]);
  return (
    // A box that scrolls must take the focus, as keys could not scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className="images" aria-label={words.group} tabIndex={strip ? 0 : undefined}>
      {Array.from(noisy.labels, (label, i) => {
        const margin = margins?.[i];
        const isWrong = noisy.turned?.[i] === 1;
        const name = words.name(imageFacts(experiment, sample.from + i, label, isWrong));
        return (
          <li key={i} className={isWrong ? 'mislabelled' : undefined}>
            <Picture
              arrangement={arrangement}
              values={noisy.values.subarray(i * size, (i + 1) * size)}
              scale={scale}
              width={noisyWidth}
              name={words.noisy(sample.from + i + 1, name)}
            />
            <Picture
              arrangement={arrangement}
              values={clean.values.subarray(i * size, (i + 1) * size)}
              scale={scale}
              width={cleanWidth}
              name={words.clean(sample.from + i + 1)}
            />
            <span className="image-name">{name}</span>
            <span className={margin !== undefined && margin <= 0 !== isWrong ? 'margin wrong' : 'margin'}>
              {margin === undefined ? '–' : (isWrong ? words.wrongMargin : words.margin)(margin)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** What an image shows: its class by name, or its signal vector. */
function imageFacts(science: Science, image: number, label: number, wrong: boolean): ImageFacts {
  const source = sourceOf(science);
  const plus = label > 0;
  const vectors = signalNames(source.signalDimension(science) ?? 0);
  const name = source.classes(science)?.[plus !== wrong ? 0 : 1] ?? vectors[image % vectors.length] ?? '';
  return { plus, wrong, images: science.data, name };
}

/** The signal vectors as images: what the noise hides. */
function SignalVectors({ visible }: { visible: boolean }) {
  const { images: words, filters } = useStrings();
  const span = useVisibleState(visible, (state) => state.run.signal);
  const experiment = useAppState((state) => state.run.experiment);
  // In a frame the panel's own title, which it would stand under, is left out.
  const Heading = useRoom() === null ? 'h3' : 'h2';
  if (!span || span.length === 0 || !experiment) return null;
  const signal = signalVectors(span, experiment);
  const { is } = sourceOf(experiment);
  const { side, channels } = imageShape(experiment);
  const dimension = patchDimension(experiment);
  const names = signalNames(signal.length / dimension, is.classed);
  const arrangement = { width: side, height: side, side, channels, places: [[0, 0]] as const };
  return (
    <div className="vectors">
      <Heading className="vectors-title">{words.vectors[is.signal === 'exact' ? 'exact' : 'estimated']}</Heading>
      <ul className="signal-vectors">
        {names.map((name, k) => (
          <li key={name}>
            <Picture
              arrangement={arrangement}
              values={signal.subarray(k * dimension, (k + 1) * dimension)}
              width={44}
              name={filters.vector(name)}
            />
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
