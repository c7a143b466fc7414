import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { part, tryAgain, whenThere } from './loading/part';
import { looksMangled } from './experiment/link';
import { motionUnwanted } from './ui/motion';
import { Page } from './page/page';
import { followTheme } from './page/page-theme';
import { createApp, type App } from './store/app';
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

/** Own images by their hash: loaded when a link or the visitor names some. */
const ownShelf = part(() => import('./images/own/shelf'), { pick: ({ shelf }) => shelf, said: true, forActs: true });
const collections = (hash: string) => ownShelf().then((shelf) => shelf.get(hash));

const workerCaller = () =>
  createThreeWorkerCaller(
    {
      processor: createWorkerCaller(spawnWorker, base, collections),
      networks: createWorkerCaller(spawnNetworksWorker, base, collections),
      gpu: createWorkerCaller(spawnGpuWorker, base, collections),
    },
    navigator.hardwareConcurrency,
  );

/** In a page around it: figures beside each other share nothing, and each computes only while it is seen. */
const framed = window.parent !== window;

const besideThePage = part(() => import('./beside')),
  linkSync = part(() => import('./store/link-sync')),
  translated = part(() => import('./ui/translated'), { said: true }),
  inFrame = part(() => import('./share/framed')),
  offline = part(() => import('./page/keep-offline'), { said: true });

/** Lets the browser paint and answer in between: on a phone, what starts in one piece holds it up for a fifth of a second. */
function inNextTask(act: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', act, { once: true });
  port1.start();
  port2.postMessage(null);
}

/** @param link what the address says. @param isRead whether that is what it said before its way; else it is opened once it can be read. */
function start(link: string, isRead = true): void {
  const clock = pageClock(),
    aside = workerCaller();
  const app = createApp({
    link,
    training: workerCaller(),
    spectra: workerCaller(),
    aside,
    loadBeside: (loaded) =>
      void besideThePage().then(
        ({ pageBeside }) => loaded((store) => pageBeside(store, { workerCaller, clock, framed })),
        () => loaded(null),
      ),
    clock,
    motionUnwanted,
    presence: framed ? 'away' : 'shown',
  });
  // The first run is on its way.
  inNextTask(() => show(app, isRead ? link : null));
}

/** The app on the page, as soon as its language is known. @param link what it was made with; null where that could not be read. */
function show(app: App, link: string | null): void {
  const { images } = app.store.getState().experiment;
  // How many there are, and of which classes, decides what an experiment on them can be.
  if (images !== '')
    collections(images).then(
      () => app.imagesCame(images),
      () => undefined,
    );
  whenThere(linkSync, ({ syncLink }) => void syncLink(app, window, link));
  whenThere(translated, ({ followTranslator }) => void followTranslator(document.body));
  // What did not arrive is asked for again when the line is back.
  addEventListener('online', () => {
    tryAgain();
    app.lineCame();
  });
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
}

const given = location.search + location.hash;
if (looksMangled(given))
  linkSync().then(
    ({ unmangled }) => start(unmangled(given)),
    () => start(given, false),
  );
else inNextTask(() => start(given));
