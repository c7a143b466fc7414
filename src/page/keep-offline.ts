import type { ReadStore } from '../store/store';
import { isUnderWay } from '../store/views/status';
import { when } from '../store/when';

/**
 * Installs the service worker that keeps the page for times without a network, once the curve has been drawn or, where it is
 * not drawn, the first run has ended: to fetch and keep all files takes a second of a core. Failures are silent: the page does
 * not need it.
 */
export function keepOffline(store: ReadStore): void {
  // A page in a frame is part of somebody's slides, which did not ask for two megabytes to be kept.
  const framed = window.parent !== window || store.getState().experiment.embed;
  if (framed || !location.protocol.startsWith('http') || !('serviceWorker' in navigator)) return;
  when(
    store,
    ({ run, curve }) =>
      run.latest !== null && (curve.status === 'waiting' ? !isUnderWay(run) : curve.status !== 'running'),
    () => whenIdle(() => void install().catch(() => undefined)),
  );
}

/** Looks for a newer build too: left to themselves, browsers do so minutes later. */
async function install(): Promise<void> {
  const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
  if (registration.active) await registration.update();
}

/** Safari has no idle callbacks. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: 5000 });
  else setTimeout(act, 2000);
}
