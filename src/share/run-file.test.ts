import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExperiment } from '../experiment/testing';
import { said } from '../problems/testing';
import { finished, smallLink, testApp } from '../store/testing';
import type { AppState } from '../store/state';
import { leading } from '../store/views/shown-frame';
import type { HistoryPoint } from '../training/snapshot';
import { recordedFilters } from '../training/testing-points';
import { FileError } from './file-error';
import { fileName } from './file-names';
import { largestFile, readRunFile } from './read-run-file';
import { runFileOf, type RunFile, type RunFilePoint } from './run-file';

const point = (
  measured: Omit<RunFilePoint, 'matrices'>,
  signalShare: number | null,
  singularValues: number[],
): RunFilePoint => ({ ...measured, matrices: [{ name: 'filters', signalShare, singularValues }] });
const valid: RunFile = {
  format: 'rank-under-noise/run',
  version: 2,
  link: '#v=1&k=2',
  step: 4,
  recorded: { backend: 'wasm', device: 'relaxed SIMD' },
  matrices: [{ name: 'filters', rows: 8, columns: 3 }],
  history: [
    point({ step: 0, loss: 0.7, trainAccuracy: 0.5, testAccuracy: null }, 0.25, [0.5, 0.25, 0]),
    point({ step: 4, loss: 1e-12, trainAccuracy: 1, testAccuracy: 0.75 }, null, [2, 2, 1e-9]),
  ],
  data: { matrix: 'patch', signalDimension: 4, singularValues: [3, 1], clean: [3, 0] },
};
/** A copy with one field changed, by its path. */
function withField(path: string, value: unknown): string {
  const copy = JSON.parse(JSON.stringify(valid));
  const keys = path.split('.');
  const holder = keys.slice(0, -1).reduce((object, key) => object[key], copy);
  holder[keys.at(-1)!] = value;
  return JSON.stringify(copy);
}
const complaint = (json: string) => {
  try {
    readRunFile(json);
  } catch (error) {
    if (error instanceof FileError)
      return said({ kind: 'not-opened', name: 'It', fault: error.fault }).replace(
        /^It was not opened: (.*)\. The page stays as it was\.$/,
        '$1',
      );
    throw error;
  }
  return null;
};

describe('a run as a file', () => {
  it('comes back as it was written', async () => {
    const app = testApp(smallLink);
    const { run, data } = await finished(app);
    const file = runFileOf(app.store.getState())!;
    expect(readRunFile(JSON.stringify(file))).toEqual(file);
    expect(file.history.map(({ step }) => step)).toEqual(run.history.map(({ step }) => step));
    expect(file.history.at(-1)).toMatchObject({
      loss: run.latest!.loss,
      matrices: [{ name: 'filters', singularValues: [...leading(run.latest!).singularValues] }],
    });
    expect(file.data!.singularValues).toEqual([...data.spectrum!.data]);
    expect(readRunFile(JSON.stringify(valid))).toEqual(valid);
  });

  it('comes back whatever was measured', () => {
    const positive = fc.double({ min: 0, max: 1e300, noNaN: true }).map((value) => value + 0);
    const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
    const descending = fc
      .array(positive, { minLength: 1, maxLength: 6 })
      .map((values) => values.toSorted((a, b) => b - a));
    const points = fc
      .uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 6 })
      .chain((steps) =>
        fc.tuple(
          ...steps
            .toSorted((a, b) => a - b)
            .map((step) =>
              fc.record({
                step: fc.constant(step),
                loss: positive,
                trainAccuracy: share,
                testAccuracy: fc.option(share),
                matrices: fc.tuple(
                  fc.record({
                    name: fc.constant('filters' as const),
                    signalShare: fc.option(share),
                    singularValues: descending,
                  }),
                ),
              }),
            ),
        ),
      );
    fc.assert(
      fc.property(points, descending, fc.integer({ min: 0, max: 20_000 }), (history, values, step) => {
        const file: RunFile = {
          ...valid,
          step,
          history,
          data: { ...valid.data!, singularValues: values, clean: values },
        };
        expect(readRunFile(JSON.stringify(file))).toEqual(file);
      }),
    );
  });

  it('of many steps and many singular values stays small, and keeps its ends and the step that is shown', async () => {
    const app = testApp(smallLink);
    const state = await finished(app);
    const history = Array.from({ length: 20_001 }, (_, step): HistoryPoint => ({
      ...state.run.latest!,
      step,
      matrices: recordedFilters(Array.from({ length: 100 }, (__, i) => 1 / (i + 1))),
    }));
    const long: AppState = { ...state, run: { ...state.run, history, cursor: 12_347 } };
    const file = runFileOf(long)!;
    const json = JSON.stringify(file);
    expect(json.length).toBeLessThan(largestFile);
    expect(file.history.map(({ step }) => step)).toEqual(expect.arrayContaining([0, 12_347, 20_000]));
    expect(readRunFile(json)).toEqual(file);
  });

  it.each([
    ['format', 'other', 'format is not “rank-under-noise/run”'],
    ['version', 3, 'version is 3; this page reads version 2'],
    ['matrices', undefined, 'matrices is missing, not a list'],
    ['matrices.0.name', 'constructor', 'matrices[0].name is “constructor”, not one of filters'],
    ['history.1.matrices', [], 'history[1].matrices has 0 entries, not 1 to 16'],
    ['link', 5, 'link is 5, not a text'],
    ['link', 'x'.repeat(9000), 'link is longer than'],
    ['step', -1, 'step is -1, outside 0 to 20000'],
    ['step', 1.5, 'step is 1.5, not a whole number'],
    ['recorded', null, 'recorded is missing'],
    ['recorded.backend', 'cuda', 'recorded.backend is “cuda”, not one of webgl, wasm, cpu'],
    ['recorded.device', 'x'.repeat(300), 'recorded.device is longer than 200 characters'],
    ['history', [], 'history has 0 entries, not 1 to 20001'],
    ['history', {}, 'history is an object, not a list'],
    ['history.0', null, 'history[0] is not a recorded step'],
    ['history.1.step', 0, 'history[1].step does not follow the one before'],
    ['history.1.loss', 'low', 'history[1].loss is “low”, not a finite number'],
    ['history.1.loss', null, 'history[1].loss is null, not a finite number'],
    ['history.1.trainAccuracy', 1.5, 'history[1].trainAccuracy is 1.5, outside 0 to 1'],
    [
      'history.1.matrices.0.singularValues.2',
      -1,
      'history[1].matrices[0].singularValues[2] is -1, outside 0 to infinity',
    ],
    [
      'history.1.matrices.0.singularValues.2',
      5,
      'history[1].matrices[0].singularValues[2] is larger than the one before',
    ],
    [
      'history.1.matrices.0.singularValues',
      Array.from({ length: 2000 }, () => 1),
      'history[1].matrices[0].singularValues has 2000 entries, not 1 to 1024',
    ],
    ['data.matrix', 'constructor', 'data.matrix is “constructor”, not one of patch, image'],
    ['data.clean', undefined, 'data.clean is missing, not a list'],
  ])('is refused where %s is wrong (%j), and the field is named', (path, value, says) => {
    expect(complaint(withField(path, value))).toContain(says);
  });

  it('is refused where it is too large, too deep, cut off, or overflows a number', () => {
    expect(complaint(' '.repeat(largestFile + 1))).toBe('it is larger than 100 MB');
    expect(complaint('['.repeat(100_000))).toBe('it is nested more than 8 deep');
    expect(complaint(JSON.stringify(valid).slice(0, -1))).toBe('it is not JSON, or was cut off');
    expect(complaint(JSON.stringify(valid).replace('1e-12', '1e999'))).toBe(
      'history[1].loss is Infinity, not a finite number',
    );
    expect(complaint('null')).toContain('format');
    // Brackets in a text are text.
    expect(complaint(withField('recorded.device', '[[[[[[[[[['))).toBeNull();
  });
});

describe('a file name', () => {
  it('says which run it holds', () => {
    const app = testApp('#sigma=0.4&n=120');
    expect(fileName(app.store.getState().experiment, 'filters', 'svg')).toBe(
      'rank-under-noise-k-3-sigma-0.4-m-64-n-120-filters.svg',
    );
    app.pause();
  });

  it('can be written on every system, whatever the experiment', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const name = fileName(experiment, 'history', 'csv');
        expect(name).toMatch(/^rank-under-noise-[\w.-]+-history\.csv$/);
        expect(name.length).toBeLessThan(130);
      }),
    );
  });
});
