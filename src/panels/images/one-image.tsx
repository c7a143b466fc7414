import { useMemo } from 'react';
import { patchPlaces } from '../../experiment/shape';
import { sourceOf } from '../../images/sources/list';
import { imageAt, oneImageOf, type OneImage } from '../../store/views/one-image';
import { useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import type { OneImageFacts } from '../../strings/figure-facts';
import { hundredths } from '../../strings/numbers';
import { Picture, PicturePlace } from '../../ui/picture';
import { useMagnification } from '../../ui/use-magnification';
import { useViewportHeight } from '../../ui/use-viewport';
import { useWatch } from '../../ui/use-watch';

/** In pixels, screens too, where type is of the usual size: as wide as the sliders below it where the screen is high (src/page/hero.css), less where it is low. */
const low = 100,
  usual = 162,
  wide = 206;
const lowBelow = 600,
  highFrom = 900;

function useImageWidth(): number {
  const screen = useViewportHeight() / useMagnification();
  return screen < lowBelow ? low : screen < highFrom ? usual : wide;
}
/** What is white, over the largest value of the clean image: so much room has the noise before it is black and white alone. */
const headroom = 1.5;

/** A training image beside the curve: its noise grows under the thumb, at once, as nothing is asked for. */
export default function OneTrainingImage() {
  useWatch('oneImage', true);
  const words = useStrings();
  const n = useAppState(({ experiment }) => experiment.n);
  const image = useAppState(oneImageOf);
  const experiment = useAppState((state) => state.experiment);
  const arrangement = useMemo(() => patchPlaces(experiment), [experiment]);
  const width = useImageWidth();
  return (
    <section className="one-image" aria-labelledby="one-image">
      <h2 id="one-image">{words.images.one(n)}</h2>
      {image ? <Noisy image={image} /> : <PicturePlace arrangement={arrangement} width={width} />}
    </section>
  );
}

function Noisy({ image }: { image: OneImage }) {
  const { images: words, kinds } = useStrings();
  const sigma = useAppState((state) => state.experiment.sigma);
  const { experiment, clean, object } = image;
  const arrangement = useMemo(() => patchPlaces(experiment), [experiment]);
  const scale = useMemo(() => headroom * clean.reduce((most, value) => Math.max(most, Math.abs(value)), 0), [clean]);
  const values = useMemo(() => imageAt(image, sigma), [image, sigma]);
  const width = useImageWidth();
  const facts = factsOf(image, sigma);
  const said = { object: kinds[experiment.data].object(facts), rest: kinds[experiment.data].rest(facts) };
  return (
    <>
      <Picture
        arrangement={arrangement}
        values={values}
        scale={scale}
        outlined={object ?? undefined}
        width={width}
        name={words.oneName([said.object, said.rest])}
      />
      <p className="object">{said.object}</p>
      <p className="rest">{said.rest}</p>
    </>
  );
}

function factsOf({ experiment, object }: OneImage, sigma: number): OneImageFacts {
  const source = sourceOf(experiment);
  const noise = { ...experiment, sigma };
  return {
    alone: object !== null,
    patterns: source.signalDimension(experiment),
    name: source.classes(experiment)?.[0] ?? null,
    sigma: sigma > 0 && source.hasRoomForNoise(noise) ? hundredths(sigma) : null,
    everywhere: experiment.noise === 'everywhere',
  };
}
