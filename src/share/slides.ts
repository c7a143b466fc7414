import type { App } from '../store/app';

/** What reveal.js posts to the frames of a slide that is shown or left. */
export type SlideSignal = 'slide:start' | 'slide:stop';

export function isSlideSignal(data: unknown): data is SlideSignal {
  return data === 'slide:start' || data === 'slide:stop';
}

/** Pauses a run whose slide is left, and lets go on what was paused so, but nothing else: a figure that waits to be started still waits. */
export function createSlide({
  store,
  play,
  pause,
}: Pick<App, 'store' | 'play' | 'pause'>): (signal: SlideSignal) => void {
  let stopped = false;
  return (signal) => {
    const { run } = store.getState();
    if (signal === 'slide:stop') {
      const running = run.replaying || (run.playing && (run.status === 'training' || run.status === 'loading'));
      if (!running) return;
      stopped = true;
      pause();
    } else {
      const waiting = run.cursor !== null || run.status === 'paused' || run.status === 'loading';
      if (stopped && waiting && !run.playing) play();
      stopped = false;
    }
  };
}
