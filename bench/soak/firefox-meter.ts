import type { Browser } from 'puppeteer-core';
import type { Meter } from './measure';

/** Reads what `about:memory` shows, in a window of the browser's own. */
export function firefoxMeter(browser: Browser): Meter {
  return {
    async read() {
      const { connection } = browser as unknown as { connection: Connection };
      const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
        contexts: readonly { readonly context: string }[];
      };
      const { result } = await connection.send('script.evaluate', {
        expression: `(${report})()`,
        target: { context: contexts[0]!.context },
        awaitPromise: true,
      });
      const { result: answer } = result as { result: { value: string } };
      return JSON.parse(answer.value) as Awaited<ReturnType<Meter['read']>>;
    },
  };
}

/** What Puppeteer speaks to the browser by; it has no words of its own for the browser's windows. */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** Runs in a window of the browser's own, after all its processes have collected their garbage. */
const report = `async () => {
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  for (const request of ['child-gc-request', 'child-cc-request', 'child-mmu-request'])
    Services.obs.notifyObservers(null, request);
  await new Promise((resolve) => manager.minimizeMemoryUsage(resolve));
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const sums = { page: 0, workers: 0, nodes: 0, listeners: 0 };
  await new Promise((resolve) => {
    const add = (process, path, kind, units, amount) => {
      if (!/localhost/.test(path)) return;
      if (path.startsWith('event-counts/') && path.endsWith('/event-listeners')) sums.listeners += amount;
      if (!path.startsWith('explicit/')) return;
      if (path.startsWith('explicit/workers/')) sums.workers += amount;
      else if (path.startsWith('explicit/window-objects/')) {
        if (/\\/dom\\/orphan-nodes$/.test(path)) sums.nodes += amount;
        // What is laid out, painted and decoded is the browser's to keep.
        if (!/\\/(?:layout|style-sheets|images)\\//.test(path)) sums.page += amount;
      }
    };
    manager.getReports(add, null, resolve, null, false);
  });
  return JSON.stringify({
    pageMb: sums.page / 2 ** 20,
    workersMb: sums.workers / 2 ** 20,
    nodes: Math.round(sums.nodes / 1024),
    listeners: sums.listeners,
  });
}`;
