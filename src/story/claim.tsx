import { useAppState } from '../store/use-app';
import { useWords } from '../store/words';
import { claimOf } from '../store/views/claim';

/** The claim as far as it is true of what is shown, and how to read the figure below it. */
export function Claim() {
  const words = useWords().claim;
  const kind = useAppState(claimOf);
  return (
    <div className="claim">
      <h1 data-claim={kind}>{words.title[kind]}</h1>
      <p>{words.text}</p>
    </div>
  );
}
