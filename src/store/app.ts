import { createStore, type StoreApi } from 'zustand/vanilla';
import { decodeLink } from '../experiment/link';
import { linesOf } from '../experiment/lines';
import type { Notice } from '../experiment/notice';
import { mend } from '../experiment/mend';
import { parameterKeys, parameters, type Experiment, type ParameterKey, type Science } from '../experiment/parameters';
import { unsaid } from '../experiment/own-defaults';
import { writeRun } from '../experiment/runs';
import { withHost, withScience } from '../experiment/science';
import { parseValue } from '../experiment/value';
import { onParts, part } from '../loading/part';
import { isAbsent } from '../problems/problem';
import type { Language } from '../strings/languages';
import type { Caller } from '../training/protocol';
import type { AskedControl } from './asked-control';
import { createCarry } from './carry';
import type { Beside } from './beside';
import type { Clock } from './run/clock';
import { createDataControl } from './run/data-control';
import type { Pace } from './run/pace';
import { createPlayback } from './run/playback';
import { createPresenceControl } from './run/presence-control';
import { createRunControl } from './run/run-control';
import {
  initialState,
  type AppState,
  type ChangedBy,
  type Presence,
  type Presented,
  type SweepName,
  type Watched,
} from './state';
import type { ReadStore } from './store';
import { hasEnded } from './views/status';
import { when } from './when';

const answers = part(() => import('./answers'));

export interface App {
  /** To be read: what changes it are the methods below. */
  readonly store: ReadStore;
  /**
   * Changes parameters; what they invalidate is made anew. `chase`: a slider is being moved. Nobody undoes what is done by the page.
   * @param options.toStep trains to there without frames on the way, and stays.
   */
  change(patch: Partial<Experiment>, options?: { chase?: boolean; by?: ChangedBy; toStep?: number }): void;
  /** Changes one parameter to what was typed, mended as in a link, with a notice where it had to be; what is no number changes nothing. */
  enter(key: ParameterKey, text: string): void;
  /** Replaces the whole experiment by a link's. */
  open(link: string, options?: { by?: ChangedBy }): void;
  /** Puts the experiment back that a link of this page holds, as Back does: dressed as the page is now, and without a notice. */
  restore(link: string, beforeTour: string | null): void;
  /** Plays what a link of the tour has opened, unless it or the visitor wants nothing to start by itself. */
  start(): void;
  play(): void;
  pause(): void;
  step(count?: number): void;
  /** Replays the run from step 0, exactly. */
  restart(): void;
  newSeed(): void;
  /** Gives a parameter its default value. */
  toDefault(key: ParameterKey): void;
  /** Closes the tour, and gives the visitor's experiment back where there was one. */
  leaveTour(): void;
  setPace(pace: Pace): void;
  /** Shows a recorded step in every panel, or trains on to one that is still to come; null goes back to the newest. */
  seek(step: number | null): void;
  /** Shows the next recorded step, or with −1 the one before. */
  nudge(count: number): void;
  /** Puts the page's words into a language whose first words are loaded. */
  speak(language: Language): void;
  /** Tells the visitor something; what was told of the same field before goes. */
  notify(...notices: readonly Notice[]): void;
  /** Notes the slide that is shown, so that a page that is loaded again goes on there; null once presenting is over. */
  present(presented: Presented | null): void;
  dismissNotices(): void;
  /** Sweeps the noise, or noise against the second axis, over the current experiment. */
  startSweep(name: SweepName): void;
  /** Stops whichever sweep is running; what is measured stays. */
  stopSweep(): void;
  resumeSweep(name: SweepName): void;
  /** Takes everything that was measured by sweeps off this device; what the page shows of it stays until it is left. */
  forgetSweeps(): void;
  /** Draws rank against noise where it is not drawn by itself; goes on where it was stopped or failed. */
  drawCurve(): void;
  /** Stops drawing it; what is measured stays. */
  stopCurve(): void;
  /** Measures the variants of training and network where that is not done by itself; goes on where it was stopped or failed. */
  measureCauses(): void;
  stopCauses(): void;
  /** A slider or a handle is under a pointer, or no longer: axes rest while it is. */
  hold(held: boolean): void;
  /** Opens another run's science, seen as the page is seen now, and plays it. */
  openRun(science: Science): void;
  /** Keeps the current run beside those to come. Pinned runs are part of the link. */
  pin(): void;
  unpin(name: string): void;
  /** Makes a record that failed anew, or one that waits to be asked for; named as in `records.runs`. */
  retryRecord(name: string): void;
  /** Makes anew what failed beside the run: the data's spectrum, what panels asked for. Replaying the run does so too. */
  retry(): void;
  /** Own images with this hash have come to this device: what they cannot be is mended, and what missed them is made anew. */
  imagesCame(hash: string): void;
  /** The device has a network again: whatever failed for want of a file is made anew. */
  lineCame(): void;
  /** A part of the page came into sight or went out of it, or it is taken off the page (null): what it needs is made while it is there. */
  watch(part: keyof Watched, sight: NonNullable<Watched[keyof Watched]> | null): void;
  /** Leafs through the training images by so many pages. */
  turnImages(pages: number): void;
  /** Picks a filter, or none. */
  pick(filter: number | null): void;
  /** Whether the page can be seen: out of sight it rests, and goes on where it was. */
  setPresence(presence: Presence): void;
  /** For what the visitor asks for once: a file to be saved. */
  readonly ask: Caller['call'];
  /** By which everything here happens that happens later. */
  readonly clock: Clock;
}

export interface AppOptions {
  readonly link: string;
  /** Answers runs. */
  readonly training: Caller;
  /** Answers data spectra, so that they never wait for a run. */
  readonly spectra: Caller;
  /** Answers what is asked for beside the run: images, what panels show. */
  readonly aside: Caller;
  /**
   * Loads what computes beside the page's own run, after the first figure or when it is wished for. Null where it cannot be
   * had: the next wish tries again.
   */
  readonly loadBeside: (loaded: (create: ((store: StoreApi<AppState>) => Beside) | null) => void) => void;
  readonly clock: Clock;
  /** Whether the visitor wants nothing to move by itself: nothing starts then, and what is played shows its end unless a pace is chosen. */
  readonly motionUnwanted: () => boolean;
  /** Until it is known otherwise; `shown` where nothing is said. */
  readonly presence?: Presence;
}

/** What the device cannot do: told until it can. */
const ofDevice = (notices: readonly Notice[]) => notices.filter(({ field }) => field === 'backend');

/** What makes other filters of them, among which one that was picked is not. */
const filterKeys: readonly ParameterKey[] = ['net', 'm', 'patches'];

/** The page without its looks: state, and what a visitor can do to it. Runs in Node for tests. */
export function createApp({
  link,
  training,
  spectra,
  aside,
  loadBeside,
  clock,
  motionUnwanted,
  presence = 'shown',
}: AppOptions): App {
  const { experiment, notices } = decodeLink(link);
  const mayStart = ({ autoplay }: Experiment) => autoplay && !motionUnwanted();
  // What a step of the tour plays is started with it.
  const store = createStore<AppState>(() => ({
    ...initialState(experiment, notices, mayStart(experiment) && experiment.tour === ''),
    presence,
    // To watch a run is the visitor's wish, who chooses a pace for it.
    pace: motionUnwanted() ? 'once' : 'usual',
  }));
  const run = createRunControl(store, training, clock);
  const playback = createPlayback(store, clock, run);
  const data = createDataControl(store, spectra, clock);
  const carry = createCarry();

  let beside: Beside | null = null,
    isLoading = false;
  const wishes: ((its: Beside) => void)[] = [];
  const load = () => {
    if (beside || isLoading) return;
    isLoading = true;
    loadBeside((create) => {
      isLoading = false;
      if (!create) return;
      beside = create(store);
      for (const wish of wishes.splice(0)) wish(beside);
    });
  };
  const withBeside = (wish: (its: Beside) => void) => {
    if (beside) return wish(beside);
    wishes.push(wish);
    load();
  };
  // Nothing is asked for before the first figure, so its code comes after it.
  let asked: Promise<AskedControl | null> | null = null;
  const askedControl = () =>
    (asked ??= answers().then(
      ({ createAnswers }) => createAnswers(store, aside, clock),
      () => null,
    ));
  onParts((what) => {
    if (what !== 'again') return;
    // What was wished for of what did not arrive is wished for still.
    if (wishes.length > 0 || store.getState().run.latest !== null) load();
    void asked?.then((control) => {
      if (control) return;
      asked = null;
      void askedControl();
    });
  });

  const replace = (next: Experiment, changedBy: ChangedBy, options: { chase?: boolean; toStep?: number }) => {
    const { experiment: before, beforeTour } = store.getState();
    const changed = parameterKeys.filter((key) => String(before[key]) !== String(next[key]));
    store.setState({
      experiment: next,
      changedBy,
      beforeTour: next.tour === '' ? null : before.tour === '' ? before : beforeTour,
      ...(filterKeys.some((key) => changed.includes(key)) ? { picked: null } : {}),
    });
    if (changed.some((key) => parameters[key].invalidates === 'images' || key === 'matrix')) data.refresh();
    const begins = changed.some((key) => parameters[key].invalidates !== 'view' || key === 'step');
    if (begins) run.begin(options);
    return begins;
  };

  /** Opens an experiment once more that was there before, and plays it unless its link wants nothing to start by itself. */
  const again = (next: Experiment, changedBy: ChangedBy) => {
    store.setState(({ notices: old }) => ({ notices: ofDevice(old) }));
    const begins = replace(next, changedBy, { toStep: next.step });
    if (begins && next.tour === '' && next.autoplay) app.play();
  };

  /** Other pinned runs: what was said of those that stay stays with them. */
  const keep = (pins: readonly string[]) => app.change({ pins, talk: linesOf(store.getState().experiment, pins) });

  const app: App = {
    store,
    change(patch, { chase = false, by = chase ? 'slider' : 'act', toStep = 0 } = {}) {
      const before = store.getState().experiment;
      const along = carry(before, patch);
      const mended = mend({ ...before, ...along.patch, ...patch });
      // What an earlier change or link brought up is settled by the next; what the device cannot do stays.
      store.setState(({ notices: old }) => ({
        notices: [...('backend' in patch ? [] : ofDevice(old)), ...along.notices, ...mended.notices],
      }));
      replace(mended.experiment, by, { chase, toStep });
    },
    enter(key, text) {
      const { value, problem } = parseValue(parameters[key], text);
      if (problem?.kind === 'not-number')
        return app.notify({ field: key, problem: { ...problem, used: String(store.getState().experiment[key]) } });
      app.change({ [key]: value } as Partial<Experiment>);
      if (problem) store.setState(({ notices: old }) => ({ notices: [...old, { field: key, problem }] }));
    },
    open(newLink, { by = 'act' } = {}) {
      const decoded = decodeLink(newLink);
      store.setState({ notices: decoded.notices });
      replace(decoded.experiment, by, { toStep: decoded.experiment.step });
    },
    restore(ownLink, before) {
      const restored = withHost(decodeLink(ownLink).experiment, store.getState().experiment);
      again(restored, 'page');
      store.setState({ beforeTour: before === null ? null : decodeLink(before).experiment });
    },
    play: () => {
      if (playback.play()) return;
      // From its start again: whatever failed beside it gets another chance too.
      if (hasEnded(store.getState().run)) app.retry();
      run.play();
    },
    start() {
      const {
        experiment: opened,
        run: { playing },
      } = store.getState();
      if (!playing && mayStart(opened)) app.play();
    },
    pause: () => {
      // A replay that is paused leaves the run as it was: a slider moved next still trains.
      if (!playback.pause()) run.pause();
    },
    step: (count = 1) => {
      if (store.getState().run.cursor === null) run.step(count);
      else playback.nudge(count);
    },
    seek: (step) => playback.seek(step),
    nudge: (count) => playback.nudge(count),
    restart() {
      app.retry();
      run.begin();
    },
    newSeed: () => app.change({ seed: crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000 }),
    toDefault: (key) => app.change({ [key]: unsaid(store.getState().experiment, key) }, { chase: true }),
    leaveTour() {
      const { experiment: shown, beforeTour: before } = store.getState();
      if (!before) return app.change({ tour: '' });
      const { rank, matrix, step } = before;
      again({ ...withScience(shown, before), rank, matrix, step, tour: '' }, 'act');
    },
    setPace: (pace) => store.setState({ pace }),
    speak: (language) => store.setState({ language }),
    notify: (...told) =>
      store.setState(({ notices: old }) => ({
        notices: [...old.filter(({ field }) => !told.some((notice) => notice.field === field)), ...told],
      })),
    present: (presented) => store.setState({ presented }),
    dismissNotices: () => store.setState({ notices: [] }),
    startSweep: (name) => withBeside(({ sweeps }) => sweeps.start(name)),
    stopSweep: () => withBeside(({ sweeps }) => sweeps.stop()),
    resumeSweep: (name) => withBeside(({ sweeps }) => sweeps.resume(name)),
    forgetSweeps: () => withBeside((its) => its.forgetSweeps()),
    drawCurve: () => withBeside(({ curve }) => curve.draw()),
    stopCurve: () => withBeside(({ curve }) => curve.stop()),
    measureCauses: () => withBeside(({ causes }) => causes.start()),
    stopCauses: () => withBeside(({ causes }) => causes.stop()),
    hold(held) {
      if (held !== store.getState().held) store.setState({ held });
    },
    openRun(experiment) {
      app.change(withScience(store.getState().experiment, experiment));
      app.play();
    },
    pin() {
      const { pins } = store.getState().experiment;
      const mine = writeRun(store.getState().experiment);
      // The oldest makes room.
      if (!pins.includes(mine)) keep([...pins, mine].slice(-parameters.pins.most));
    },
    unpin: (name) => keep(store.getState().experiment.pins.filter((pinned) => pinned !== name)),
    retryRecord: (name) => withBeside(({ records }) => records.retry(name)),
    retry() {
      data.retry();
      if (asked) void askedControl().then((control) => control?.retry());
    },
    imagesCame(hash) {
      const { experiment: before, run: was } = store.getState();
      if (before.images === hash) {
        const mended = mend(before);
        app.notify(...mended.notices);
        const begins = replace(mended.experiment, 'page', { toStep: before.step });
        if (!begins && was.status === 'failed') run.begin({ toStep: before.step });
      }
      app.retry();
      beside?.filesCame();
    },
    lineCame() {
      const { experiment: wanted, run: was } = store.getState();
      if (was.failure && isAbsent(was.failure)) run.begin({ toStep: wanted.step });
      app.retry();
      beside?.filesCame();
    },
    watch(part, sight) {
      store.setState(({ watched }) => ({ watched: { ...watched, [part]: sight } }));
      if (part !== 'curve' && part !== 'causes') void askedControl();
    },
    turnImages: (pages) => store.setState(({ imagesPage }) => ({ imagesPage: imagesPage + pages })),
    pick: (picked) => store.setState({ picked }),
    setPresence: createPresenceControl(store, { run, data, beside: () => beside, aside }),
    ask: (method, params, onProgress) => aside.call(method, params, onProgress),
    clock,
  };

  data.refresh();
  when(store, (state) => state.run.latest !== null || state.run.status === 'failed', load);
  run.begin({ toStep: experiment.step });
  return app;
}
