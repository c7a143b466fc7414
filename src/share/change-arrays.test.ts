import { expect, it } from 'vitest';
import { stateAtEnd, testEngine } from '../store/testing-runs';
import { effectiveRank, stableRank } from '../spectrum/ranks';
import { questions } from '../store/views/questions';
import { decodeLink } from '../experiment/link';
import { smallLink } from '../store/testing';
import { readRunFile } from './read-run-file';
import { runFileOf } from './run-file';
import { historyTable } from './run-tables';
import { changeArrays } from './change-arrays';

it('a file has what was looked at closely, of its own run alone', async () => {
  const state = await stateAtEnd(decodeLink(smallLink).experiment, 10);
  expect(changeArrays(state)).toEqual({});
  const { text, params } = questions.change.of(state)!;
  const answer = await testEngine.complete(params);
  const known = { ...state, asked: { ...state.asked, change: { answers: [{ text, params, answer }], failed: null } } };
  const T = answer.history.length;
  const arrays = changeArrays(known);
  expect(Object.entries(arrays).map(([name, { shape }]) => [name, shape])).toEqual([
    ['change_steps', [T]],
    ['change_moved_singular_values', [T, 8]],
    ['change_gradient_singular_values', [T, 8]],
    ['change_gradient_signal_share', [T]],
    ['change_descent_cosine', [T]],
  ]);
  expect([...arrays['change_steps']!.values]).toEqual(answer.history.map(({ step }) => step));
  const rows = historyTable(known)
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  const column = (title: string) => rows.slice(1).map((row) => row[rows[0]!.indexOf(title)]!);
  const last = answer.history.at(-1)!.matrices[0]!.change!;
  expect(column('movedStableRank').at(-1)).toBe(String(stableRank(last.moved)));
  expect(column('gradientEffectiveRank').at(-1)).toBe(String(effectiveRank(last.gradient.singularValues)));
  expect(column('descentCosine').at(-1)).toBe(String(last.gradient.cosine));
  // At recorded steps that were not looked at there is nothing.
  expect(column('step').filter((_, i) => column('movedStableRank')[i] !== '')).toEqual(
    column('step').filter((step) => answer.history.some((point) => String(point.step) === step)),
  );
  expect(historyTable(state)).not.toContain('gradient');

  const file = runFileOf({ ...known, run: { ...known.run, backend: 'cpu' } })!;
  expect(file.change!.map(({ step }) => step)).toEqual(answer.history.map(({ step }) => step));
  expect(file.change!.at(-1)).toEqual({
    step: 40,
    moved: [...last.moved],
    gradient: {
      singularValues: [...last.gradient.singularValues],
      signalShare: last.gradient.energy!.share,
      cosine: last.gradient.cosine,
    },
  });
  expect(readRunFile(JSON.stringify(file))).toEqual(file);
  const wrong = { ...file, change: [{ ...file.change![0]!, moved: [1, 2] }] };
  expect(() => readRunFile(JSON.stringify(wrong))).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ field: 'change[0].moved[1]' }) }),
  );

  expect(changeArrays({ ...known, experiment: { ...known.experiment, sigma: 0.31 } })).toEqual({});
});
