import { describe, expect, it } from 'vitest';
import { defaults } from '../experiment/parameters';
import { initialState } from '../store/state';
import { finished, smallLink, testApp } from '../store/testing';
import { labelMoments, momentSteps } from '../store/views/wrong-labels';
import { readRunFile } from './read-run-file';
import { arraysOf } from './run-arrays';
import { runFileOf } from './run-file';
import { historyTable } from './run-tables';
import { stateMessage } from './state-message';

async function mislabelled() {
  const app = testApp(`${smallLink}&flip=0.25`);
  app.setPace('once');
  return { app, state: await finished(app) };
}

describe('a run with wrong labels', () => {
  it('is told to a host page with both training accuracies and the steps of its moments', async () => {
    const { state } = await mislabelled();
    const { metrics, moments } = stateMessage(state, 2);
    expect(metrics.byLabel).toEqual(state.run.latest!.byLabel);
    expect(moments).toEqual(momentSteps(labelMoments(state.run.history)));
    expect(Object.keys(moments!)).toHaveLength(6);
    const before = stateMessage({ ...state, run: { ...state.run, history: state.run.history.slice(0, 1) } }, 1);
    expect(before.moments).toBeNull();
  });

  it('of which nothing is known yet, or whose labels are right, has neither', async () => {
    expect(stateMessage(initialState(defaults, []), 1)).toMatchObject({ moments: null, metrics: { byLabel: null } });
    const right = await finished(testApp(smallLink));
    expect(stateMessage(right, 2)).toMatchObject({ moments: null, metrics: { byLabel: null } });
    expect(historyTable(right)).not.toContain('byLabel');
    expect(runFileOf(right)).not.toHaveProperty('moments');
  });

  it('is saved with both, as a run file, a table and arrays', async () => {
    const { app, state } = await mislabelled();
    const { history } = state.run;
    const file = readRunFile(JSON.stringify(runFileOf(state)));
    expect(file).toEqual(runFileOf(state));
    expect(file.history.map(({ byLabel }) => byLabel)).toEqual(history.map(({ byLabel }) => byLabel));
    expect(file.moments).toEqual(momentSteps(labelMoments(history)));

    const [head, ...rows] = historyTable(state)
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    expect(head!.slice(-2)).toEqual(['byLabel.right', 'byLabel.wrong']);
    expect(rows.map((row) => Number(row.at(-1)))).toEqual(history.map(({ byLabel }) => byLabel!.wrong));

    const { experiment } = state.run;
    const dataset = await app.ask('dataset', { experiment: experiment! });
    const arrays = arraysOf(dataset, state.data.spectrum!, history);
    expect([...arrays['history_wrong_label_accuracy']!.values]).toEqual(history.map(({ byLabel }) => byLabel!.wrong));
    expect([...arrays['wrong_labels']!.values]).toEqual([...dataset.train.turned!]);
  });
});
