import { useAppState } from '../store/use-app';
import { noteFacts } from '../store/views/figure-notes';
import { useStrings } from '../store/words';
import { Marked } from '../ui/marked';

/** Some sentences on how the first figure is not to be read. */
export default function FigureNotes() {
  const { figureNotes: words } = useStrings();
  const { noise, unequal, spread } = useAppState(noteFacts);
  return (
    <>
      {noise && (
        <p>
          <Marked text={words.noise(noise)} />
        </p>
      )}
      {spread && (
        <p>
          <Marked text={words.spread(spread)} />
        </p>
      )}
      {unequal && (
        <p>
          <Marked text={words.unequal(unequal)} />
        </p>
      )}
    </>
  );
}
