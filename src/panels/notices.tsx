import { useApp, useAppState } from '../store/use-app';
import { useWords } from '../store/words';

/** What was ignored, clamped or wrong in a link or a change, and what is used instead. */
export function Notices() {
  const app = useApp();
  const words = useWords().page;
  const notices = useAppState((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <div className="notices" role="status">
      <ul>{notices.map(({ field, message }) => <li key={`${field} ${message}`}>{message}</li>)}</ul>
      <button type="button" onClick={() => app.dismissNotices()}>{words.dismiss}</button>
    </div>
  );
}
