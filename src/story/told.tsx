import type { AppState } from '../store/state';
import { useStrings } from '../store/words';
import type { Strings } from '../strings/en';
import { useVisibleState } from '../ui/use-visible';
import { Rich } from './rich';

/** What is measured, in words: drawn again only where they are others, so that training costs the prose nothing. */
export function Told({
  visible,
  tell,
}: {
  visible: boolean;
  /** The sentences of a state. */
  tell(words: Strings, state: AppState): string;
}) {
  const words = useStrings();
  return <Rich text={useVisibleState(visible, (state) => tell(words, state), words)} />;
}
