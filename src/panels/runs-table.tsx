import type { MouseEvent, ReactNode } from 'react';
import { parameters, type Experiment, type ParameterKey } from '../experiment/parameters';
import { differingKeys } from '../experiment/science';
import type { RankNotion } from '../spectrum/ranks';
import { currentMetrics, currentPin, recordedMetrics, type ComparedRun, type RunMetrics } from '../store/compared';
import { useApp } from '../store/use-app';
import { useWords } from '../store/words';
import { rank as rankText } from '../strings/numbers';
import { parameterText } from './parameter-text';
import { TableBox } from './table-box';
import { useVisibleState } from './use-visible';

const metricNames = ['Noisy data', 'Filters', 'Signal share', 'Test accuracy', 'Training accuracy'] as const;

/** The current run and those beside it: where their parameters differ, and what came of each. */
export function RunsTable({ visible, runs }: { visible: boolean; runs: readonly ComparedRun[] }) {
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const keys = differingKeys([experiment, ...runs.map((run) => run.experiment)]);
  const notion = parameters.rank.values[experiment.rank].toLowerCase();
  return (
    <TableBox label="Runs side by side">
      <table className="table runs">
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col"><span className="visually-hidden">Open or unpin</span></th>
            {keys.map((key) => <th key={key} scope="col" className="number">{parameters[key].label}</th>)}
            {metricNames.map((name, i) => (
              <th key={name} scope="col" className={`number ${['data', 'filters'][i] ?? ''}`}>{name}{i < 2 && <span className="sub">{notion}</span>}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          <CurrentRow visible={visible} keys={keys} />
          {runs.map((run, i) => <Row key={run.name} run={run} keys={keys} current={experiment} title={run.letter ? `run ${run.letter}` : `recent run ${i + 1 - runs.filter(({ letter }) => letter).length}`} />)}
        </tbody>
      </table>
      {keys.length > 0 && <p className="note">Bold and underlined: not as in the current run.</p>}
    </TableBox>
  );
}

function CurrentRow({ visible, keys }: { visible: boolean; keys: readonly ParameterKey[] }) {
  const app = useApp();
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const pin = useVisibleState(visible, currentPin);
  const status = useVisibleState(visible, (state) => state.run.status);
  const metrics = useVisibleState(visible, currentMetrics);
  const step = useVisibleState(visible, ({ run }) => run.cursor ?? run.latest?.step ?? 0);
  return (
    <tr className="current" aria-current="true">
      <th scope="row">{pin && <b className="letter">{pin.letter}</b>}<span className="now">now</span></th>
      <td className="actions">
        {step < experiment.steps && <span className="sub">step {step} of {experiment.steps}</span>}
        {pin && <button type="button" className="link" aria-label={`Unpin ${pin.letter}`} onClick={leaving(() => app.unpin(pin.text))}>Unpin</button>}
      </td>
      {keys.map((key) => <td key={key} className="number">{parameterText(key, experiment)}</td>)}
      <Metrics metrics={metrics} rank={experiment.rank} diverged={status === 'diverged'} />
    </tr>
  );
}

function Row({ run, keys, current, title }: { run: ComparedRun; keys: readonly ParameterKey[]; current: Experiment; title: string }) {
  const app = useApp();
  const { letter, experiment, status } = run;
  return (
    <tr data-run={letter ?? 'recent'}>
      <th scope="row">{letter ? <b className="letter">{letter}</b> : <span className="sub">before</span>}</th>
      <td className="actions">
        {status === 'failed'
          ? <button type="button" className="link" aria-label={`Try again to make ${title}`} onClick={() => app.retryRecord(run.name)}>Try again</button>
          : <button type="button" className="link open" aria-label={`Open ${title}`} onClick={leaving(() => app.openRun(experiment))}>Open</button>}
        {letter && <button type="button" className="link" aria-label={`Unpin ${letter}`} onClick={leaving(() => app.unpin(run.text))}>Unpin</button>}
      </td>
      {keys.map((key) => {
        const text = parameterText(key, experiment);
        return <td key={key} className="number">{text === parameterText(key, current) || text === '–' ? text : <strong className="differs">{text}</strong>}</td>;
      })}
      {status === 'ready'
        ? <Metrics metrics={recordedMetrics(run, current.rank)} rank={current.rank} diverged={run.summary?.diverged ?? false} />
        : <td colSpan={metricNames.length} className="pending">{status === 'running' ? 'computing …' : 'could not be made'}</td>}
    </tr>
  );
}

/** The row that a button stands in goes or moves when it is pressed: the table keeps the focus. */
function leaving(act: () => void) {
  return ({ currentTarget }: MouseEvent<HTMLElement>) => {
    currentTarget.closest<HTMLElement>('.table-box')?.focus({ preventScroll: true });
    act();
  };
}

function Metrics({ metrics, rank, diverged }: { metrics: RunMetrics | null; rank: RankNotion; diverged: boolean }) {
  const { percent } = useWords();
  const cell = (name: keyof RunMetrics, write: (value: number) => ReactNode, role = '') => {
    const value = metrics?.[name] ?? null;
    return <td className={`number ${role}`} data-cell={name} data-value={value ?? undefined}>{value === null ? '–' : write(value)}</td>;
  };
  return (
    <>
      {cell('data', (value) => rankText(value, rank), 'data')}
      {cell('filters', (value) => <>{diverged && <span className="flag">diverged</span>}{rankText(value, rank)}</>, 'filters')}
      {cell('signalShare', percent)}
      {cell('testAccuracy', (value) => value.toFixed(2))}
      {cell('trainAccuracy', (value) => value.toFixed(2))}
    </>
  );
}
