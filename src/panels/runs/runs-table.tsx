import type { MouseEvent, ReactNode } from 'react';
import type { Experiment, ScienceKey } from '../../experiment/parameters';
import { differingKeys } from '../../experiment/science';
import type { RankNotion } from '../../spectrum/ranks';
import {
  currentMetrics,
  currentPin,
  recordedMetrics,
  type ComparedRun,
  type RunMetrics,
} from '../../store/views/compared';
import { secondsOf } from '../../store/views/curve-cost';
import { useApp, useAppState } from '../../store/use-app';
import { useStrings } from '../../store/words';
import { hundredths, rank } from '../../strings/numbers';
import type { RunName } from '../../strings/panel-facts';
import { parameterText } from './parameter-text';
import { TableBox } from '../../ui/table-box';
import { useVisibleState } from '../../ui/use-visible';

const metricKeys = [
  'data',
  'filters',
  'signalShare',
  'testAccuracy',
  'trainAccuracy',
] as const satisfies readonly (keyof RunMetrics)[];

/** The current run and those beside it: where their parameters differ, and what came of each. */
export function RunsTable({ visible, runs }: { visible: boolean; runs: readonly ComparedRun[] }) {
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const keys = differingKeys([experiment, ...runs.map((run) => run.experiment)]);
  const {
    runs: { table: words },
    parameters,
    figures,
  } = useStrings();
  const notion = figures.within(parameters.rank.values[experiment.rank]);
  return (
    <TableBox label={words.label}>
      <table className="table runs">
        <thead>
          <tr>
            <th scope="col">{words.run}</th>
            <th scope="col">
              <span className="visually-hidden">{words.actions}</span>
            </th>
            {keys.map((key) => (
              <th key={key} scope="col" className="number">
                {parameters[key].label}
              </th>
            ))}
            {metricKeys.map((key, i) => (
              <th key={key} scope="col" className={`number ${['data', 'filters'][i] ?? ''}`}>
                {words.metrics[key]}
                {i < 2 && <span className="sub">{notion}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <CurrentRow visible={visible} keys={keys} />
          {runs.map((run, i) => (
            <Row
              key={run.name}
              run={run}
              keys={keys}
              current={experiment}
              called={
                run.letter ? { letter: run.letter } : { recent: i + 1 - runs.filter(({ letter }) => letter).length }
              }
            />
          ))}
        </tbody>
      </table>
      {keys.length > 0 && <p className="note">{words.differs}</p>}
    </TableBox>
  );
}

function CurrentRow({ visible, keys }: { visible: boolean; keys: readonly ScienceKey[] }) {
  const app = useApp();
  const strings = useStrings(),
    words = strings.runs.table;
  const experiment = useVisibleState(visible, (state) => state.experiment);
  const pin = useVisibleState(visible, currentPin);
  const status = useVisibleState(visible, (state) => state.run.status);
  const metrics = useVisibleState(visible, currentMetrics);
  const step = useVisibleState(visible, ({ run }) => run.cursor ?? run.latest?.step ?? 0);
  return (
    <tr className="current" aria-current="true">
      <th scope="row">
        {pin && <b className="letter">{pin.letter}</b>}
        <span className="now">{words.now}</span>
      </th>
      <td className="actions">
        {step < experiment.steps && <span className="sub">{words.step(step, experiment.steps)}</span>}
        {pin && (
          <button
            type="button"
            className="quiet"
            aria-label={words.unpinRun(pin.letter)}
            onClick={leaving(() => app.unpin(pin.text))}
          >
            {words.unpin}
          </button>
        )}
      </td>
      {keys.map((key) => (
        <td key={key} className="number">
          {parameterText(key, experiment, strings)}
        </td>
      ))}
      <Metrics metrics={metrics} notion={experiment.rank} diverged={status === 'diverged'} />
    </tr>
  );
}

function Row({
  run,
  keys,
  current,
  called,
}: {
  run: ComparedRun;
  keys: readonly ScienceKey[];
  current: Experiment;
  called: RunName;
}) {
  const app = useApp();
  const strings = useStrings(),
    words = strings.runs.table;
  const { letter, experiment, status } = run;
  const seconds = useAppState(({ known }) => secondsOf(experiment, 1, known.pace));
  return (
    <tr data-run={letter ?? 'recent'}>
      <th scope="row">{letter ? <b className="letter">{letter}</b> : <span className="sub">{words.before}</span>}</th>
      <td className="actions">
        {status === 'failed' || status === 'waiting' ? (
          <button
            type="button"
            className="quiet"
            aria-label={status === 'failed' ? words.againRun(called) : words.makeRun(called)}
            onClick={() => app.retryRecord(run.name)}
          >
            {status === 'failed' ? strings.page.again : words.make}
          </button>
        ) : (
          <button
            type="button"
            className="quiet open"
            aria-label={words.openRun(called)}
            onClick={leaving(() => app.openRun(experiment))}
          >
            {words.open}
          </button>
        )}
        {letter && (
          <button
            type="button"
            className="quiet"
            aria-label={words.unpinRun(letter)}
            onClick={leaving(() => app.unpin(run.text))}
          >
            {words.unpin}
          </button>
        )}
      </td>
      {keys.map((key) => {
        const text = parameterText(key, experiment, strings);
        return (
          <td key={key} className="number">
            {text === parameterText(key, current, strings) || text === '–' ? (
              text
            ) : (
              <strong className="differs">{text}</strong>
            )}
          </td>
        );
      })}
      {status === 'ready' ? (
        <Metrics
          metrics={recordedMetrics(run, current.rank)}
          notion={current.rank}
          diverged={run.summary?.diverged ?? false}
        />
      ) : (
        <td colSpan={metricKeys.length} className="pending">
          {status === 'waiting'
            ? strings.causes.about(Math.round(seconds))
            : words[status === 'running' ? 'computing' : 'failed']}
        </td>
      )}
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

function Metrics({ metrics, notion, diverged }: { metrics: RunMetrics | null; notion: RankNotion; diverged: boolean }) {
  const {
    percent,
    runs: { table: words },
  } = useStrings();
  const cell = (name: keyof RunMetrics, write: (value: number) => ReactNode, role = '') => {
    const value = metrics?.[name] ?? null;
    return (
      <td className={`number ${role}`} data-cell={name} data-value={value ?? undefined}>
        {value === null ? '–' : write(value)}
      </td>
    );
  };
  return (
    <>
      {cell('data', (value) => rank(value, notion), 'data')}
      {cell(
        'filters',
        (value) => (
          <>
            {diverged && <span className="flag">{words.diverged}</span>}
            {rank(value, notion)}
          </>
        ),
        'filters',
      )}
      {cell('signalShare', percent)}
      {cell('testAccuracy', hundredths)}
      {cell('trainAccuracy', hundredths)}
    </>
  );
}
