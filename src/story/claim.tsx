import { imageShape } from '../experiment/shape';
import { hasMemorised, signalDimensionOf } from '../store/derived';
import { useAppState } from '../store/use-app';

/** The claim in one line, and what is being trained right now in another. */
export function Claim() {
  const experiment = useAppState((state) => state.experiment);
  const dimension = useAppState(signalDimensionOf);
  const memorised = useAppState(hasMemorised);
  const { n, data, pair, layout, sigma } = experiment;
  const { patches } = imageShape(experiment);
  const noise = sigma === 0 ? 'the rest is empty' : 'the rest is noise';
  const images = data === 'mnist'
    ? `${n} handwritten digits, ${pair[0]} against ${pair[1]}${layout === 'grid' ? `: one patch of four holds the digit, ${noise}` : sigma > 0 ? ', noise on every empty pixel' : ''}.`
    : patches === 1 ? `${n} images of a single patch that carries one of ${dimension} signal vectors.`
      : `${n} images of ${patches} patches: one carries one of ${dimension} signal vectors, ${noise}.`;
  return (
    <div className="claim">
      <h1>Noise makes the data look complicated. The network sees through it.</h1>
      <p>{memorised ? `Not here: at this noise the two-layer CNN memorises its ${n} images instead.` : `A two-layer CNN trains in this page, on ${images}`}</p>
    </div>
  );
}
