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

function List({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul>
      {[...new Set(sentences)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
