import { CopyField } from '../ui/copy-field';
import { useStrings } from '../store/words';
import { Rich } from './rich';

/** Where the idea comes from, how to cite it, and who is not to blame for this page. */
export default function Colophon() {
  const { colophon } = useStrings();
  return (
    <footer aria-label={colophon.label}>
      <h2>{colophon.title}</h2>
      <p>
        <Rich text={colophon.after} />
      </p>
      <CopyField label={colophon.bibtexLabel} text={colophon.bibtex} rows={6} />
      <p>
        <Rich text={colophon.independent} />
      </p>
      <p>
        <Rich text={colophon.mnist} />
      </p>
    </footer>
  );
}
