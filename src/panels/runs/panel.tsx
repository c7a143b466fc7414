import { parameters } from '../../experiment/parameters';
import { comparedRuns, currentPin, type ComparedRun } from '../../store/views/compared';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { RunsTable } from './runs-table';
import { Talk } from './talk';
import { useRoom } from '../../ui/room';
import { useVisibleState } from '../../ui/use-visible';

/** Runs that were pinned or made before, beside the current one. */
export function Runs({ visible }: { visible: boolean }) {
  const room = useRoom();
  const pinned = useAppState(({ experiment: { pins } }) => pins.length > 0);
  const runs = useVisibleState(visible, comparedRuns);
  // Only the page itself is presented, not a frame in somebody else's slides.
  const talks = useAppState(({ experiment: { pins, embed } }) => pins.length > 0 && !embed);
  return (
    <>
      <Pinning
        failed={runs.find(({ status }) => status === 'failed') ?? null}
        computing={runs.flatMap(({ status, letter }) => (status === 'running' && letter ? [letter] : []))}
      />
      {(runs.length > 0 || pinned || room !== null) && <RunsTable visible={visible} runs={runs} />}
      {talks && <Talk />}
    </>
  );
}

/** Pins the current run, or says that it is pinned; what is still to come, and what went wrong. */
function Pinning({ computing, failed }: { computing: readonly string[]; failed: ComparedRun | null }) {
  const app = useApp();
  const { runs: words, problems } = useStrings();
  const letter = useAppState((state) => currentPin(state)?.letter ?? null);
  const full = useAppState(({ experiment: { pins } }) => pins.length === parameters.pins.most);
  return (
    <div className="toolbar" role="group" aria-label={words.group}>
      <button
        type="button"
        className={letter ? 'secondary' : 'primary'}
        aria-disabled={letter !== null}
        onClick={() => app.pin()}
      >
        {letter ? words.pinned(letter) : words.pin}
      </button>
      <span className="status-text" role="status">
        {computing.length > 0 ? words.computing(computing) : full && !letter ? words.full(parameters.pins.most) : ''}
      </span>
      {failed?.letter && failed.failure && (
        <span className="outcome bad" role="alert">
          {words.failed(failed.letter, problems.text(failed.failure))}
        </span>
      )}
    </div>
  );
}
