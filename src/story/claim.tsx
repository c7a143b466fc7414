import { classesOf } from './classes';
import { imageShape } from '../experiment/shape';
import { claimOf } from '../store/views/claim';
import { signalDimensionOf } from '../store/views/shown-spectrum';
import { useAppState } from '../store/use-app';
import { useWords } from '../store/words';

/** The claim in one line, and what is being trained right now in another. */
export function Claim() {
  const words = useWords().claim;
  const experiment = useAppState((state) => state.experiment);
  const signalDimension = useAppState(signalDimensionOf);
  const kind = useAppState(claimOf);
  const { n, layout, sigma } = experiment;
  const { patches } = imageShape(experiment);
  return (
    <div className="claim">
      <h1 data-claim={kind}>{words.title[kind]}</h1>
      <p>
        {words.text({
          images: experiment.data,
          classes: classesOf(experiment),
          grid: layout === 'grid',
          noisy: sigma > 0,
          n,
          patches,
          signalDimension,
        })}
      </p>
    </div>
  );
}
