import { ProblemError } from '../problems/problem';
import { createRecorder, framesPerSecond, gifSide, type MovingFormat } from '../slides/moving';
import { paintSheet } from '../slides/paint';
import type { SlideSize } from '../slides/sizes';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { claimCurveOf } from '../store/views/claim-curve';
import { isRunCurrent, ownSpectrum } from '../store/views/current';
import { hasResult } from '../store/views/status';
import { when } from '../store/when';
import { rest, wake } from '../ui/wake';
import { findPanel, nextFrame } from './figure-files';
import { panelsOf, sheetNow, sizeOf, type SheetOptions } from './sheets';

/** What moves: the cursor along the run, or the noise from none to the end of the curve. */
export const movements = ['training', 'noise'] as const;
export type Movement = (typeof movements)[number];

export interface RecordingOptions {
  readonly movement: Movement;
  readonly format: MovingFormat;
  readonly seconds: number;
  /** What goes onto the sheet when the page shows this: notes say the noise as it is then. */
  sheet(): SheetOptions;
  readonly signal: AbortSignal;
  /** @param share 0…1 of the pictures made. */
  onProgress(share: number): void;
}

/** Stands still at the end, in seconds, so that what came of it can be read. */
const still = 1;
/** Levels of noise a second: each is a run. */
const levelsPerSecond = 5;
/** A run may take so long, in seconds. */
const patience = 20;
/** Pixels of the longer side of a video. */
const videoSide = 1920;

/** One picture of several frames: what to bring the page to before it is taken. */
interface Shot {
  readonly frames: number;
  show(): Promise<void>;
}

/**
 * A moving picture of a figure: the page is brought to every moment in turn, real runs made on the way where they are not known,
 * and each picture is drawn from the charts' own scenes. The page is as it was afterwards.
 * @returns the file, and its last picture as a canvas.
 * @throws ProblemError where the page is hidden, nothing was trained, or no video can be encoded; AbortError where it was stopped.
 */
export async function record(app: App, options: RecordingOptions): Promise<{ file: Blob; poster: HTMLCanvasElement }> {
  const { movement, format, signal, onProgress } = options;
  const before = app.store.getState();
  if (!isRunCurrent(before) || before.run.history.length < 2) throw new ProblemError({ kind: 'nothing-moves' });
  app.pause();
  const size = sizeOf(options.sheet());
  const pixels = widthOf(size, format === 'gif' ? gifSide : videoSide);
  const sheet = () => sheetNow({ ...options.sheet(), ratio: pixels / size.width });
  const panels = panelsOf(options.sheet().figure).map((name) => findPanel(name).element);
  panels.forEach(wake);
  const canvas = document.createElement('canvas');
  let stop = async () => {};
  try {
    await settled();
    paintSheet(canvas, sheet(), pixels);
    const recorder = await createRecorder(canvas, format);
    stop = recorder.cancel;
    const shots = movement === 'training' ? trainingShots(app, before, options) : noiseShots(app, before, options);
    let shown = shots[0]!.show();
    for (const [i, { frames }] of shots.entries()) {
      await shown;
      await settled();
      signal.throwIfAborted();
      if (document.hidden) throw new ProblemError({ kind: 'tab-hidden' });
      const last = i === shots.length - 1;
      paintSheet(canvas, sheet(), pixels);
      // The page goes on to the next while this one is encoded; if it fails, that is heard of when it is waited for.
      shown = last ? Promise.resolve() : shots[i + 1]!.show();
      shown.catch(() => {});
      await recorder.add(last ? frames + still * framesPerSecond : frames);
      onProgress((i + 1) / shots.length);
    }
    stop = async () => {};
    return { file: await recorder.finish(), poster: canvas };
  } catch (error) {
    await stop();
    if (error instanceof RangeError) throw new ProblemError({ kind: 'no-room' }, { cause: error });
    throw error;
  } finally {
    putBack(app, before);
    panels.forEach(rest);
  }
}

/** Pixels of a picture's width where its longer side has so many; even, which video asks for. */
const widthOf = ({ width, height }: SlideSize, side: number) =>
  2 * Math.round((Math.min(1, width / height) * side) / 2);

/** The noise, and the step of its run, that the page showed before. */
function putBack(app: App, { experiment: { sigma }, run: { cursor, history } }: AppState): void {
  app.hold(false);
  app.pause();
  if (app.store.getState().experiment.sigma === sigma) return app.seek(cursor);
  const reached = history.at(-1)!.step;
  app.change({ sigma }, { by: 'page', toStep: reached });
  if (cursor === null) return;
  const isBack = (state: AppState) => isRunCurrent(state) && (state.run.history.at(-1)?.step ?? 0) >= reached;
  when(app.store, isBack, () => app.seek(cursor));
}

/** What was shown is drawn by the next frame. */
const settled = () => nextFrame();

/** Every recorded step that a frame falls on. */
function trainingShots(app: App, { run }: AppState, { seconds }: RecordingOptions): Shot[] {
  const steps = run.history.map(({ step }) => step);
  const last = steps.at(-1)!;
  const count = Math.round((seconds - still) * framesPerSecond);
  const shots: { step: number; frames: number }[] = [];
  for (let frame = 0, at = 0; frame < count; frame++) {
    while (at < steps.length - 1 && steps[at + 1]! <= (frame / (count - 1)) * last) at++;
    const step = steps[at]!;
    if (shots.at(-1)?.step === step) shots.at(-1)!.frames++;
    else shots.push({ step, frames: 1 });
  }
  return shots.map(({ step, frames }) => ({ frames, show: async () => app.seek(step) }));
}

/** A run at each level, to its end. */
function noiseShots(app: App, state: AppState, { seconds, signal }: RecordingOptions): Shot[] {
  const { xMax } = claimCurveOf(state);
  const levels = Math.round((seconds - still) * levelsPerSecond);
  const count = Math.round((seconds - still) * framesPerSecond);
  const startOf = (level: number) => Math.round((level * count) / levels);
  return Array.from({ length: levels }, (_, i) => ({
    frames: startOf(i + 1) - startOf(i),
    async show() {
      // As a handle that is held and moved: runs show their ends alone, the axis rests, and no point of the curve is made of what is passed.
      app.hold(true);
      if (i === 0) app.play();
      app.change({ sigma: Math.round((1000 * xMax * i) / (levels - 1)) / 1000 }, { by: 'page', chase: true });
      await ended(app, signal);
    },
  }));
}

/** Resolves when the run and the spectrum of the current experiment are there. */
function ended({ store }: App, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = (act: () => void) => () => {
      clearTimeout(timer);
      forget();
      signal.removeEventListener('abort', stopped);
      document.removeEventListener('visibilitychange', hidden);
      act();
    };
    const stopped = over(() => reject(signal.reason as Error));
    const hidden = over(() => reject(new ProblemError({ kind: 'tab-hidden' })));
    const timer = setTimeout(
      over(() => reject(new ProblemError({ kind: 'run-too-long', seconds: patience }))),
      1000 * patience,
    );
    let forget = () => {};
    signal.addEventListener('abort', stopped);
    document.addEventListener('visibilitychange', hidden);
    forget = when(
      store,
      (state) => isRunCurrent(state) && hasResult(state.run) && ownSpectrum(state.data, state.experiment) !== null,
      () => setTimeout(over(resolve)),
    );
  });
}
