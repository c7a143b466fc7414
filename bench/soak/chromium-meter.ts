import type { CDPSession, Page } from 'puppeteer-core';
import type { Meter } from './measure';

/** Reads the page's memory and that of its workers through Chromium's own protocol. */
export async function chromiumMeter(page: Page): Promise<Meter> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return {
    async read() {
      const workers = page.workers().map(({ client }) => client);
      // Twice: what finalisers let go in the first is collected in the second.
      for (let i = 0; i < 2; i++)
        for (const each of [session, ...workers])
          await each.send('HeapProfiler.collectGarbage').catch((error: unknown) => {
            // One that has ended meanwhile has nothing left.
            if (each === session) throw error;
          });
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value;
      const heaps = await Promise.all(workers.map((worker) => heapOf(worker).catch(() => 0)));
      return {
        pageMb: await heapOf(session),
        workersMb: heaps.reduce((sum, heap) => sum + heap, 0),
        nodes: metric('Nodes') - (await page.evaluate(inDocument)),
        listeners: metric('JSEventListeners'),
      };
    },
  };
}

/** In MiB, with the memory behind typed arrays, which V8 counts apart. */
async function heapOf(session: CDPSession): Promise<number> {
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 2 ** 20;
}

/** How many nodes there are in the page's document. */
function inDocument(): number {
  const walk = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  let count = 1;
  while (walk.nextNode()) count += 1;
  return count;
}
