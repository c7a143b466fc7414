import type { Experiment } from '../../experiment/parameters';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';

type Notion = Experiment['rank'];
const usual: readonly Notion[] = ['stable', 'numerical', 'effective'];

/** The same curve in another notion of rank, one press away; the fourth where a link asks for it. */
export function Notions() {
  const app = useApp();
  const rank = useAppState((state) => state.experiment.rank);
  const { curveRow, parameterDocs, parameters } = useStrings();
  const { label, ...names } = curveRow.notions;
  const notions = usual.includes(rank) ? usual : [...usual, rank];
  return (
    <div className="notions" role="group" aria-label={label} title={parameterDocs.rank}>
      {notions.map((notion) => (
        <button
          key={notion}
          type="button"
          aria-pressed={notion === rank}
          title={parameters.rank.values[notion]}
          onClick={() => app.change({ rank: notion })}
        >
          {names[notion]}
        </button>
      ))}
    </div>
  );
}
