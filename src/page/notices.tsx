import { useApp, useAppState } from '../store/use-app';
import { useStrings, useWords } from '../store/words';
import { Late } from '../ui/late';

/** What was ignored, clamped or wrong in a link or a change, and what is used instead; until there are words for it, the fields that it is about. */
export default function Notices() {
  const app = useApp();
  const words = useWords().page;
  const notices = useAppState((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <div className="notices" role="status">
      <Late meanwhile={<List sentences={notices.map(({ field }) => field)} />}>
        <Sentences />
      </Late>
      <button type="button" className="secondary" onClick={() => app.dismissNotices()}>
        {words.dismiss}
      </button>
    </div>
  );
}

function Sentences() {
  const { notice } = useStrings().problems;
  return <List sentences={useAppState((state) => state.notices).map(notice)} />;
}

/** Said one by one at most: a damaged link has a complaint for each of its pieces, and the figure is to stay in sight. */
const most = 6;

function List({ sentences }: { sentences: readonly string[] }) {
  const words = useWords().page;
  const different = [...new Set(sentences)];
  // In place of a single further one it would say no less.
  const said = different.length > most + 1 ? different.slice(0, most) : different;
  return (
    <ul>
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {said.length < different.length && <li>{words.further(different.length - said.length)}</li>}
    </ul>
  );
}
