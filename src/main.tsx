import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { part, tryAgain, whenThere } from './loading/part';
import { motionUnwanted } from './ui/motion';
import { Page } from './page/page';
import { followTheme } from './page/page-theme';
import { createApp } from './store/app';
import { pageClock } from './store/run/clock';
import { followHold } from './store/follow-hold';
import { followLanguage } from './store/language';
import { AppContext } from './store/use-app';
import { wholeWords } from './strings/load';
import { createWorkerCaller } from './training/client';
import { spawnGpuWorker, spawnNetworksWorker, spawnWorker } from './training/spawn';
import { createThreeWorkerCaller } from './training/three-workers';
import './page/styles.css';

const base = new URL(import.meta.env.BASE_URL, document.baseURI).href;

const workerCaller = () =>
  createThreeWorkerCaller({
    processor: createWorkerCaller(spawnWorker, base),
    networks: createWorkerCaller(spawnNetworksWorker, base),
    gpu: createWorkerCaller(spawnGpuWorker, base),
  });

/** In a page around it: figures beside each other share nothing, and each computes only while it is seen. */
const framed = window.parent !== window;

const besideThePage = part(() => import('./beside')),
  linkSync = part(() => import('./store/link-sync')),
  inFrame = part(() => import('./share/framed')),
  offline = part(() => import('./page/keep-offline'), { said: true });
// What did not arrive is asked for again when the line is back.
addEventListener('online', tryAgain);

const link = location.search + location.hash;
const clock = pageClock(),
  aside = workerCaller();
const app = createApp({
  link,
  training: workerCaller(),
  spectra: workerCaller(),
  aside,
  loadBeside: (loaded) =>
    void besideThePage().then(
      ({ pageBeside }) => loaded((store) => pageBeside(store, { workerCaller, aside, clock, framed })),
      () => loaded(null),
    ),
  clock,
  motionUnwanted,
  presence: framed ? 'away' : 'shown',
});
whenThere(linkSync, ({ syncLink }) => void syncLink(app, window, link));
followHold(app, document);
followTheme(app.store, document.documentElement);
const figuresTitle = async () => (await wholeWords(app.store.getState().language)).saving.figure.ranks;
if (framed)
  whenThere(
    inFrame,
    ({ liveInFrame }) => liveInFrame(app, window, figuresTitle),
    () => app.setPresence('shown'),
  );

void followLanguage(app, () => navigator.languages).then(() => {
  // As a transition, which React makes in slices: the workers' first answers and the visitor come in between.
  startTransition(() =>
    createRoot(document.getElementById('root')!).render(
      <AppContext value={app}>
        <Page />
      </AppContext>,
    ),
  );
});

if (import.meta.env.PROD) whenThere(offline, ({ keepOffline }) => keepOffline(app.store));
