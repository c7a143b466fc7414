import { useMemo } from 'react';
import { askedOf } from '../../store/views/asked';
import { changeRows } from '../../store/views/change';
import { dataRankRows, weightRanks } from '../../store/views/rank-table';
import { isUnderWay } from '../../store/views/status';
import { useStrings } from '../../store/words';
import { Failure } from '../../ui/failure';
import { RankTable } from './rank-table';
import { TheoryTable } from './theory-table';
import { useVisibleState } from '../../ui/use-visible';
import { useWatch } from '../../ui/use-watch';

/** The theory's quantities for the current experiment, and every notion of rank of every matrix. */
export function Theory({ visible }: { visible: boolean }) {
  const {
    theory: { ranks: words },
  } = useStrings();
  useWatch('ranks', visible);
  useWatch('theory', visible);
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const data = useVisibleState(visible, (state) => state.data);
  const weights = useVisibleState(visible, weightRanks);
  const changes = useVisibleState(visible, changeRows);
  const later = useVisibleState(visible, ({ run }) => isUnderWay(run));
  const asked = useVisibleState(visible, askedOf('otherMatrix'));
  const rows = useMemo(
    () => [
      ...dataRankRows(experiment, [
        ...(asked.value ? [{ experiment: asked.value.params.experiment, spectrum: asked.value.answer }] : []),
        ...(data.spectrum && data.experiment ? [{ experiment: data.experiment, spectrum: data.spectrum }] : []),
      ]),
      ...weights,
      ...changes,
    ],
    [experiment, asked.value, data, weights, changes],
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
        pending={failure !== null ? words.failed : later ? words.later : words.computing}
      />
      {failure !== null && <Failure problem={failure} />}
    </>
  );
}
