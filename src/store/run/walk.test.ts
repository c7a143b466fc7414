import type { Science } from '../../experiment/parameters';
import { describe, expect, it } from 'vitest';
import { sameScience } from '../../experiment/science';
import { sizeClass } from '../../training/backend-choice';
import { createPool } from '../../training/pool';
import type { Caller } from '../../training/protocol';
import { backends } from '../../training/trainer';
import type { App } from '../app';
import type { AppState } from '../state';
import { aWhile, clock, smallLink, testApp, until, writeState } from '../testing';
import { paces } from './pace';
import { crash, dice, diverges, lostGpu, numberEngine, undisturbed, type Device } from './testing-walk';

const walks = 400,
  moves = 24;
const link = smallLink.replace('backend=cpu', 'backend=auto');
const same = (a: number, b: number) => Object.is(a, b);

/** Someone who is asked beside the run, and never answers. */
const silent = (): Caller => ({ call: () => new Promise(() => {}), restart() {} });
const spectra = (): Caller => ({
  call: async () => ({ data: Float64Array.of(1), clean: Float64Array.of(1), signalDimension: 1 }) as never,
  restart() {},
});

/** Looks at every state that is published, and says what is wrong with it. */
function watch(app: App): { begun(): void; readonly faults: string[] } {
  const faults: string[] = [];
  const experiments: Science[] = [app.store.getState().experiment];
  let before = app.store.getState().run;
  let mayGoBack = true;
  let replayed = false;
  const say = (fault: string) => faults.push(fault);

  app.store.subscribe(({ experiment, run }: AppState) => {
    if (experiment !== experiments.at(-1)) experiments.push(experiment);
    if (run === before) return;
    const { status, latest, history, initial, cursor, backend, experiment: of } = run;
    const last = history.at(-1)?.step ?? 0;

    // What is shown is of one run, and each of its frames that of an undisturbed one.
    if ((initial === null) !== (of === null) || (history.length === 0) !== (of === null)) say('half a run');
    if (latest && of && backend) {
      if (!history.some(({ step, loss }) => step === latest.step && same(loss, latest.loss)))
        say(`step ${latest.step} is shown, which is not recorded`);
      if (history[0]!.step !== 0 || !same(history[0]!.loss, initial!.loss)) say('a curve without its first frame');
      const fresh = history === before.history ? [] : history;
      for (const point of [...fresh, latest, initial!])
        if (!same(point.loss, undisturbed(of, backend, point.step).loss))
          say(`step ${point.step} is not that of an undisturbed run on ${backend}`);
      if (fresh.some(({ step }, i) => i > 0 && step <= history[i - 1]!.step)) say('a curve out of order');
      // While nothing newer is due, or a diverged run ends, it is the newest of its curve.
      if (status === 'finished' && latest.step !== last) say('an end that is not the newest');
    }

    // Nothing goes back but to a newer run's first frame.
    const step = latest?.step ?? 0;
    if (step < (before.latest?.step ?? 0) && !mayGoBack) say(`back from step ${before.latest!.step} to ${step}`);
    if (status !== 'loading' && of === experiments.at(-1) && before.status === 'loading') mayGoBack = false;
    if (status === 'finished' || status === 'diverged') mayGoBack = false;
    if (of && before.experiment && experiments.lastIndexOf(of) < experiments.lastIndexOf(before.experiment))
      say('an older run is back');
    const settled = status === 'finished' || status === 'paused' || status === 'diverged';
    if (settled && (!of || !sameScience(of, experiment))) say(`${status} with another experiment's run`);

    // The cursor is a step of the curve, or where a replay has left it on its way along.
    if (cursor === null) replayed = false;
    else {
      replayed ||= run.replaying;
      if (cursor < 0 || cursor > last) say(`a cursor at ${cursor} on a curve to ${last}`);
      if (!replayed && !history.some((point) => point.step === cursor)) say(`a cursor at ${cursor}, not recorded`);
      if (of !== before.experiment || (initial !== before.initial && backend === before.backend))
        say('a cursor on the curve of another run');
    }
    if (run.replaying && cursor === null) say('a replay without a cursor');

    // What is said of it agrees.
    if ((run.failure !== null) !== (status === 'failed')) say(`${status} with failure ${run.failure?.kind}`);
    if (status === 'training' && !run.playing) say('training that is not to go on');
    if (status === 'paused' && run.playing) say('paused that is to go on');
    if (status === 'finished' && (!of || last !== of.steps || diverges(of))) say(`finished at step ${last}`);
    if (status === 'diverged' && of && !diverges(of)) say('diverged for no reason');
    if (status === 'finished' || status === 'diverged') if (run.progress !== null) say(`progress while ${status}`);
    before = run;
  });
  return { faults, begun: () => void (mayGoBack = true) };
}

/** A visitor who does this and that on a device where this and that goes wrong. @returns what was seen to be wrong. */
async function walk(seed: number): Promise<string[]> {
  const random = dice(seed);
  const below = (n: number) => Math.floor(random() * n);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const device: Device = {
    start: one([2, 30, 300]),
    step: one([0.2, 2, 12, 60]),
    fault: null,
    delay: 0,
    missing: new Set(one([[], [], ['wasm'], ['webgl']] as const)),
  };
  const training = numberEngine(clock, device);
  const still = below(6) === 0;
  const app = testApp(`${link}${one(['', '&step=30', '&autoplay=0'])}`, {
    training,
    spectra: spectra(),
    races: silent(),
    aside: silent(),
    pool: createPool(silent, 1),
    motionUnwanted: () => still,
  });
  const { faults, begun } = watch(app);
  const state = () => app.store.getState();
  const log: string[] = [];

  const acts: Record<string, () => void> = {
    change: () => app.change({ sigma: below(50) / 100, steps: one([12, 40, 90]), lr: one([5, 5, 5, 77]) }),
    slide: () => app.change({ sigma: below(50) / 100 }, { chase: true }),
    open: () => app.open(`${link}&sigma=0.${below(9)}&step=${below(40)}`),
    restart: () => app.restart(),
    play: () => app.play(),
    pause: () => app.pause(),
    step: () => app.step(1 + below(7)),
    seek: () => app.seek(below(60) - 5),
    scrub: () => app.seek(below((state().run.history.at(-1)?.step ?? 0) + 1)),
    newest: () => app.seek(null),
    nudge: () => app.nudge(below(9) - 4),
    pace: () => app.setPace(one(paces)),
    away: () => app.setPresence('away'),
    released: () => app.setPresence('released'),
    shown: () => app.setPresence('shown'),
    crash: () => void (device.fault = crash),
    lose: () => void (device.fault = lostGpu),
    slow: () => void (device.delay = one([100, 400, 3000])),
    win: () => {
      const choice = { sizeClass: sizeClass(state().experiment), winner: one(backends), reason: null };
      writeState(app, { choice });
    },
  };
  const begins = new Set(['change', 'slide', 'open', 'restart', 'play']);
  for (let i = 0; i < moves; i++) {
    await aWhile(one([0, 1, 5, 20, 60, 200, 700]));
    const name = one(Object.keys(acts));
    log.push(name);
    if (begins.has(name)) begun();
    acts[name]!();
  }

  device.fault = null;
  device.delay = 0;
  app.setPresence('shown');
  app.seek(null);
  app.setPace('once');
  begun();
  app.play();
  await until(app, ({ run }) => ['finished', 'diverged', 'failed'].includes(run.status)).catch((error: Error) =>
    faults.push(error.message),
  );
  await aWhile(20_000);
  const { run, experiment } = state();
  const last = run.history.at(-1) ?? { step: -1, loss: NaN };
  const wanted = diverges(experiment) ? 'diverged' : 'finished';
  if (run.status !== wanted || !same(last.loss, undisturbed(experiment, run.backend!, last.step).loss))
    faults.push(`ends ${run.status} at step ${last.step}`);
  if (training.overlaps > 0) faults.push('two calls at once');
  return faults.map((fault) => `walk ${seed}: ${fault} (${log.join(' ')})`);
}

describe('whatever a visitor and a device do', () => {
  it(`every state of ${walks} random walks is sound, and all end as undisturbed runs do`, async () => {
    for (let seed = 1; seed <= walks; seed++) expect(await walk(seed)).toEqual([]);
  });
});
