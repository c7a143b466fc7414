import { useMemo } from 'react';
import { dataRankRows, filterRanks, otherMatrix } from '../store/rank-table';
import { PanelSection } from './panel-section';
import { RankTable } from './rank-table';
import { TheoryTable } from './theory-table';
import { useAsked } from './use-asked';
import { useVisibleState } from './use-visible';

/** The theory's quantities for the current experiment, and every notion of rank of every matrix. */
export function TheoryPanel() {
  return (
    <PanelSection name="theory" title="Why: a race between signal and noise"
      lead="While activations are small they grow like a power of what a filter sees, so a lead grows by itself. Whichever leaves that part of the activation first, signal or noise, is what the filters learn.">
      {(visible) => <Theory visible={visible} />}
    </PanelSection>
  );
}

function Theory({ visible }: { visible: boolean }) {
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const data = useVisibleState(visible, (state) => state.data);
  const filters = useVisibleState(visible, filterRanks);
  // Asked for between runs only: it shares the processor with them.
  const rests = useVisibleState(visible, ({ run }) => run.status !== 'training' && run.status !== 'loading');
  const asked = useAsked(visible && rests, 'spectrum', otherMatrix(experiment));
  const rows = useMemo(() => [
    ...dataRankRows(experiment, [
      ...(asked.value ? [{ experiment: asked.value.params.experiment, spectrum: asked.value.answer }] : []),
      ...(data.spectrum && data.experiment ? [{ experiment: data.experiment, spectrum: data.spectrum }] : []),
    ]),
    ...filters,
  ], [experiment, asked.value, data, filters]);
  const failure = asked.failure ?? data.failure;
  return (
    <>
      <TheoryTable visible={visible} measured={rows.find(({ key, stale }) => key === 'noisy-patch' && !stale)?.ranks?.stable ?? null} />
      <RankTable rows={rows} notion={experiment.rank} pending={failure !== null ? 'not known' : rests ? 'computing …' : 'after the run'} />
      {failure !== null && <p className="outcome bad" role="alert"><span>{failure}</span>{asked.failure !== null && <button type="button" onClick={asked.retry}>Try again</button>}</p>}
    </>
  );
}
