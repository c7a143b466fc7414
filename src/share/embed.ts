import { problemOf } from '../problems/problem';
import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { when } from '../store/when';
import { problems } from '../strings/en/problems';
import { messageRate, mostMessages } from './message-rate';
import type { ProtocolVersion } from '../embed/protocol';
import type { HeldImages } from '../embed/protocol';
import type { Key, ListedSaid, Said, TakeImages, TakeSnapshot } from './messages';
import { createObedience } from './obey';
import { readMessage } from './read-message';
import { createSlide, isSlideSignal } from './slides';
import { stateMessage } from './state-message';
import { tellStates } from './tell-states';

/** Pictures that may wait to be drawn: each takes the page some time. */
const mostSnapshots = 4;

/** What is needed of the window of a framed page. */
export type FramedView = Pick<Window, 'parent' | 'addEventListener' | 'removeEventListener'>;

export interface Connection {
  /** Hands a key that the page did not use to the page around it. */
  tellKey(key: Key): void;
  disconnect(): void;
}

/** Connects the page to the one that it is embedded in: see docs/EMBEDDING.md. */
export function connect(app: App, view: FramedView, takeSnapshot: TakeSnapshot, takeImages: TakeImages): Connection {
  const obey = createObedience(app);
  const slide = createSlide(app);
  const rate = messageRate(() => app.clock.now());
  // A page that has not spoken yet has no origin here. What it is told first says no more than the link that it chose.
  let origin = '*';
  let saidReady = false;
  let snapshots = 0;
  let drawn: Promise<unknown> = Promise.resolve();

  // What was not asked for is said in every version that was spoken; in the first until one was.
  const spoken = new Set<ProtocolVersion>();
  const post = (said: Said | ListedSaid, version: ProtocolVersion) =>
    view.parent.postMessage({ rankUnderNoise: version, ...said }, origin);
  const tell = (say: (version: ProtocolVersion) => Said | ListedSaid) => {
    for (const version of spoken.size > 0 ? spoken : ([1] as const)) post(say(version), version);
  };
  const hasFigure = ({ run, data }: AppState) =>
    (run.initial !== null || run.status === 'failed') && (data.spectrum !== null || data.status === 'failed');

  const snapshot = async (panel: string, format: 'svg' | 'png'): Promise<{ content: string } | { message: string }> => {
    if (snapshots >= mostSnapshots) return { message: `snapshot: ${mostSnapshots} are being made already.` };
    snapshots += 1;
    // One after the other, failed or not.
    const mine = drawn.then(() => takeSnapshot(panel, format));
    drawn = mine.catch(() => undefined);
    try {
      return { content: await mine };
    } catch (error) {
      return { message: `snapshot: ${problems.text(problemOf(error))}` };
    } finally {
      snapshots -= 1;
    }
  };

  let reading = false;
  const read = async (files: Parameters<TakeImages>[0]): Promise<{ held: HeldImages } | { message: string }> => {
    if (reading) return { message: 'images: others are being read already.' };
    reading = true;
    try {
      return { held: await takeImages(files) };
    } catch (error) {
      return { message: `images: ${problems.text(problemOf(error))}` };
    } finally {
      reading = false;
    }
  };

  const hear = ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== view.parent || (source as unknown) === view) return;
    const message = isSlideSignal(data) ? data : readMessage(data);
    if (message === null) return;
    // Sandboxed pages and files have the origin "null", which cannot be posted to.
    origin = from === 'null' || from === '' ? '*' : from;
    const turn = rate();
    if (turn === 'first')
      tell(() => ({
        type: 'error',
        message: `More than ${mostMessages} messages in a second: the others are not read.`,
      }));
    if (turn !== 'read') return;
    if (typeof message === 'string') return slide(message);
    const { version } = message;
    spoken.add(version);
    const named = message.id === undefined ? {} : { id: message.id };
    if ('refused' in message) return post({ type: 'error', ...named, message: message.refused }, version);
    if (message.type === 'get') {
      if (saidReady) post({ type: 'ready' }, version);
      return post({ ...stateMessage(app.store.getState(), version), ...named }, version);
    }
    if (message.type === 'snapshot') {
      void snapshot(message.panel, message.format).then((made) =>
        post('content' in made ? { type: 'ack', ...named, ...made } : { type: 'error', ...named, ...made }, version),
      );
      return;
    }
    if (message.type === 'images') {
      void read(message.files).then((taken) =>
        post('held' in taken ? { type: 'ack', ...named, ...taken } : { type: 'error', ...named, ...taken }, version),
      );
      return;
    }
    const wrong = obey(message);
    post(wrong === null ? { type: 'ack', ...named } : { type: 'error', ...named, message: wrong }, version);
  };

  const stopWaiting = when(app.store, hasFigure, (state) => {
    saidReady = true;
    tell(() => ({ type: 'ready' }));
    tell((version) => stateMessage(state, version));
  });
  const stopTelling = tellStates(app, (state) => saidReady && tell((version) => stateMessage(state, version)));
  view.addEventListener('message', hear);

  return {
    tellKey: (key) => tell(() => ({ type: 'key', ...key })),
    disconnect() {
      stopWaiting();
      stopTelling();
      view.removeEventListener('message', hear);
    },
  };
}
