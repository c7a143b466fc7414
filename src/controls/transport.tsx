import type { ReactNode } from 'react';
import type { Pace } from '../store/run/pace';
import { useApp, useAppState } from '../store/use-app';
import { hasEnded, isRunning } from '../store/views/status';
import { useWords } from '../store/words';

/** Play, restart, and the pace at which a run is watched; `children` stand at the end of the row. */
export function Transport({ children }: { children?: ReactNode }) {
  const app = useApp();
  const words = useWords().transport;
  const status = useAppState((state) => state.run.status);
  const pace = useAppState((state) => state.pace);
  const running = useAppState((state) => isRunning(state.run));
  const looking = useAppState((state) => state.run.cursor !== null);
  const again = !looking && hasEnded({ status });
  return (
    <div className="transport" role="group" aria-label={words.label}>
      <button type="button" className="primary" onClick={() => (running ? app.pause() : app.play())}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          {running ? <path d="M2 1h3v10H2zM7 1h3v10H7z" /> : <path d="M2.500 1v10l8-5z" />}
        </svg>
        {running ? words.pause : again ? words.replay : words.play}
      </button>
      <button type="button" className="quiet" onClick={() => app.restart()}>
        {words.restart}
      </button>
      <select aria-label={words.pace} value={pace} onChange={({ target }) => app.setPace(target.value as Pace)}>
        {Object.entries(words.paces).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
