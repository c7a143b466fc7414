import { parameters } from '../experiment/parameters';
import { comparedRuns, currentPin, type ComparedRun } from '../store/compared';
import { useApp, useAppState } from '../store/use-app';
import { PanelSection } from './panel-section';
import { RunsTable } from './runs-table';
import { useVisibleState } from './use-visible';

/** Runs that were pinned or made before, beside the current one. */
export function RunsPanel() {
  return (
    <PanelSection name="runs" title="Keep a run, compare"
      lead="Pin a run and change something: both stay in this table, and pinned runs stay behind the current one in the spectra and the training curve. The page’s link carries them along.">
      {(visible) => <Runs visible={visible} />}
    </PanelSection>
  );
}

function Runs({ visible }: { visible: boolean }) {
  const runs = useVisibleState(visible, comparedRuns);
  return (
    <>
      <Pinning failed={runs.find(({ status }) => status === 'failed') ?? null} computing={runs.filter(({ status }) => status === 'running').map(({ letter }) => letter)} />
      {runs.length === 0 && <p className="empty">Nothing to compare with yet. Pin this run, then move a slider; runs that you have made are listed here as well.</p>}
      <RunsTable visible={visible} runs={runs} />
    </>
  );
}

/** Pins the current run, or says that it is pinned; what is still to come, and what went wrong. */
function Pinning({ computing, failed }: { computing: readonly (string | null)[]; failed: ComparedRun | null }) {
  const app = useApp();
  const letter = useAppState((state) => currentPin(state)?.letter ?? null);
  const full = useAppState(({ experiment: { pins } }) => pins.length === parameters.pins.most);
  return (
    <div className="toolbar" role="group" aria-label="Pinned runs">
      <button type="button" className={letter ? 'button' : 'button strong'} aria-disabled={letter !== null} onClick={() => app.pin()}>{letter ? `Pinned as ${letter}` : 'Pin this run'}</button>
      <span className="status-text" role="status">
        {computing.length > 0 ? `Computing ${computing.length === 1 ? 'run' : 'runs'} ${computing.join(', ')} …` : full && !letter ? `At most ${parameters.pins.most} are kept: the next one takes the place of A.` : ''}
      </span>
      {failed && <span className="outcome bad" role="alert">Run {failed.letter} could not be made: {failed.failure}</span>}
    </div>
  );
}
