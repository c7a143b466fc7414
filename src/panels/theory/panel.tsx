import { useMemo } from 'react';
import { dataRankRows, filterRanks, otherMatrix } from '../../store/views/rank-table';
import { useStrings } from '../../store/words';
import { ProblemText } from '../../ui/problem-text';
import { RankTable } from './rank-table';
import { TheoryTable } from './theory-table';
import { useAsked } from '../../ui/use-asked';
import { useVisibleState } from '../../ui/use-visible';

/** The theory's quantities for the current experiment, and every notion of rank of every matrix. */
export function Theory({ visible }: { visible: boolean }) {
  const {
    theory: { ranks: words },
    again,
  } = useStrings();
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const data = useVisibleState(visible, (state) => state.data);
  const filters = useVisibleState(visible, filterRanks);
  // Asked for between runs only: it shares the processor with them.
  const rests = useVisibleState(visible, ({ run }) => run.status !== 'training' && run.status !== 'loading');
  const asked = useAsked(visible && rests, 'spectrum', otherMatrix(experiment));
  const rows = useMemo(
    () => [
      ...dataRankRows(experiment, [
        ...(asked.value ? [{ experiment: asked.value.params.experiment, spectrum: asked.value.answer }] : []),
        ...(data.spectrum && data.experiment ? [{ experiment: data.experiment, spectrum: data.spectrum }] : []),
      ]),
      ...filters,
    ],
    [experiment, asked.value, data, filters],
  );
  const failure = asked.failure ?? data.failure;
  return (
    <>
      <TheoryTable
        visible={visible}
        measured={rows.find(({ key, stale }) => key === 'noisy-patch' && !stale)?.ranks?.stable ?? null}
      />
      <RankTable
        rows={rows}
        notion={experiment.rank}
        pending={failure !== null ? words.failed : rests ? words.computing : words.later}
      />
      {failure !== null && (
        <p className="outcome bad" role="alert">
          <span>
            <ProblemText problem={failure} />
          </span>
          {asked.failure !== null && (
            <button type="button" onClick={asked.retry}>
              {again}
            </button>
          )}
        </p>
      )}
    </>
  );
}
