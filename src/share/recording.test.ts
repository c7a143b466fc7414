// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lightTheme } from '../charts/kit/theme';
import { framesPerSecond, type Recorder } from '../slides/moving';
import { slideSizes } from '../slides/sizes';
import type { App } from '../store/app';
import { finished, smallLink, testApp, until } from '../store/testing';
import { isRunCurrent, ownSpectrum } from '../store/views/current';
import { hasResult } from '../store/views/status';
import { record, type RecordingOptions } from './recording';
import type { SheetOptions } from './sheets';

/** What the page showed when a picture was painted. */
let painted: { sigma: number; step: number; whole: boolean }[];
let recorder: Recorder & { frames: number; cancelled: boolean };
let app: App;

// jsdom paints nothing: what is proved here is which moments are painted, and for how long.
vi.mock('../slides/paint', () => ({
  paintSheet() {
    const state = app.store.getState();
    const { run, data, experiment } = state;
    painted.push({
      sigma: experiment.sigma,
      step: run.cursor ?? run.history.at(-1)!.step,
      whole: isRunCurrent(state) && hasResult(run) && ownSpectrum(data, experiment) !== null,
    });
  },
}));
vi.mock('./sheets', () => ({
  panelsOf: () => ['curve'],
  sizeOf: () => slideSizes.slide,
  sheetNow: () => ({ size: slideSizes.slide, theme: lightTheme }),
}));
vi.mock('../slides/moving', async (original) => ({
  ...(await original<typeof import('../slides/moving')>()),
  createRecorder: () => Promise.resolve(recorder),
}));

beforeEach(async () => {
  painted = [];
  recorder = {
    frames: 0,
    cancelled: false,
    async add(frames) {
      recorder.frames += frames;
    },
    finish: async () => new Blob(['film']),
    async cancel() {
      recorder.cancelled = true;
    },
  };
  document.body.innerHTML = '<section data-panel="curve"></section>';
  app = testApp(smallLink);
  await finished(app);
  await until(app, ({ data }) => data.status === 'ready');
});
afterEach(() => void vi.restoreAllMocks());

const options = (given: Partial<RecordingOptions> = {}): RecordingOptions => ({
  movement: 'training',
  format: 'mp4',
  seconds: 2,
  sheet: () => ({ figure: 'curve', size: 'slide' }) as SheetOptions,
  signal: new AbortController().signal,
  onProgress: () => {},
  ...given,
});
const sigma = () => app.store.getState().experiment.sigma;
const hide = (): void => void vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);

describe('a moving picture', () => {
  it('of training shows the recorded steps in their order, as long as was asked for, and puts the page back', async () => {
    const { history } = app.store.getState().run;
    const back = history[3]!.step;
    app.seek(back);
    const shares: number[] = [];
    const { file } = await record(app, options({ onProgress: (share) => void shares.push(share) }));
    expect(await file.text()).toBe('film');
    const steps = painted.slice(1).map(({ step }) => step);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(40);
    expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
    expect(recorder.frames).toBe(2 * framesPerSecond);
    expect(shares.at(-1)).toBe(1);
    expect(app.store.getState().run.cursor).toBe(back);
  });

  it('of noise going up shows a whole run at each level, makes no points of them, and puts the noise back', async () => {
    const before = sigma();
    await record(app, options({ movement: 'noise' }));
    const levels = painted.slice(1);
    expect(levels.every(({ whole, step }) => whole && step === 40)).toBe(true);
    expect(levels.map((level) => level.sigma)).toEqual(levels.map((level) => level.sigma).toSorted((a, b) => a - b));
    expect(levels[0]!.sigma).toBe(0);
    expect(levels.length).toBe(5);
    expect(recorder.frames).toBe(2 * framesPerSecond);
    expect(sigma()).toBe(before);
    const { run, held, known } = await until(app, (state) => isRunCurrent(state) && hasResult(state.run));
    expect([run.playing, held]).toEqual([false, false]);
    const own = [...known.lines.values()].flat().filter((each) => each.own);
    expect(own.filter(({ experiment }) => experiment.sigma !== before)).toEqual([]);
  });

  it.each(['training', 'noise'] as const)('of %s can be stopped, and the page is as it was', async (movement) => {
    const before = sigma();
    const control = new AbortController();
    const onProgress = () => control.abort();
    const stopped = record(app, options({ movement, signal: control.signal, onProgress }));
    await expect(stopped).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(recorder.cancelled).toBe(true);
    expect(sigma()).toBe(before);
    expect(app.store.getState().run.cursor).toBeNull();
  });

  it.each([
    ['the page is hidden', { onProgress: hide }, 'tab-hidden'],
    ['the page is hidden while a run is waited for', { movement: 'noise', onProgress: hide }, 'tab-hidden'],
  ] as const)('says so where %s', async (_, given, kind) => {
    await expect(record(app, options(given))).rejects.toThrow(expect.objectContaining({ problem: { kind } }));
    expect(recorder.cancelled).toBe(true);
  });

  it('says so where there is no room for it', async () => {
    recorder.add = async () => {
      throw new RangeError('Array buffer allocation failed');
    };
    await expect(record(app, options())).rejects.toThrow(expect.objectContaining({ problem: { kind: 'no-room' } }));
  });

  it('says so where nothing was trained', async () => {
    app = testApp(`${smallLink}&autoplay=0`);
    await expect(record(app, options())).rejects.toThrow(
      expect.objectContaining({ problem: { kind: 'nothing-moves' } }),
    );
  });

  it('says so where a run takes too long', async () => {
    const never = testApp(smallLink, {});
    app = never;
    await finished(app);
    const change = app.change.bind(app);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame'] });
    // As on a device that does not come to an end.
    app.change = (patch, given) => void (change(patch, given), app.pause());
    const waited = expect(record(app, options({ movement: 'noise' }))).rejects.toThrow(
      expect.objectContaining({ problem: { kind: 'run-too-long', seconds: 20 } }),
    );
    await vi.advanceTimersByTimeAsync(21_000);
    await waited;
    vi.useRealTimers();
  });
});
