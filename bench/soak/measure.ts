import type { CDPSession, Page } from '@playwright/test';

/** What may grow. Heaps include the memory behind typed arrays, which V8 counts apart. */
export interface Usage {
  readonly pageMb: number;
  readonly workersMb: number;
  readonly workers: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Reads the page's memory and that of its workers through Chromium's own protocol. */
export class Meter {
  private readonly workers = new Map<string, (method: string) => Promise<Heap>>();

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async open(page: Page): Promise<Meter> {
    const meter = new Meter(page, await page.context().newCDPSession(page));
    await meter.followWorkers();
    await meter.session.send('Performance.enable');
    await meter.session.send('HeapProfiler.enable');
    return meter;
  }

  /** After collection of garbage, on a page that is at rest. */
  async read(): Promise<Usage> {
    // Twice: what finalisers let go in the first is collected in the second.
    for (let i = 0; i < 2; i++) {
      await this.session.send('HeapProfiler.collectGarbage');
      for (const ask of this.workers.values()) await ask('HeapProfiler.collectGarbage');
    }
    const { metrics } = await this.session.send('Performance.getMetrics');
    const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value;
    let workerBytes = 0;
    for (const ask of this.workers.values()) workerBytes += bytes(await ask('Runtime.getHeapUsage'));
    return {
      pageMb: bytes(await this.session.send('Runtime.getHeapUsage')) / 2 ** 20,
      workersMb: workerBytes / 2 ** 20,
      workers: this.page.workers().length,
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
    };
  }

  /** Playwright has no sessions for workers; the page's session passes messages on where it is asked not to flatten them. */
  private async followWorkers(): Promise<void> {
    const waiting = new Map<string, (result: Heap) => void>();
    let lastId = 0;
    this.session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type !== 'worker') return;
      this.workers.set(
        sessionId,
        (method) =>
          new Promise((resolve, reject) => {
            const id = ++lastId;
            waiting.set(`${sessionId} ${id}`, resolve);
            this.session
              .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
              .catch(reject);
            setTimeout(() => reject(new Error(`a worker did not answer ${method}`)), 20_000).unref();
          }),
      );
    });
    this.session.on('Target.detachedFromTarget', ({ sessionId }) => {
      this.workers.delete(sessionId);
    });
    this.session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: Heap };
      if (id !== undefined && result) waiting.get(`${sessionId} ${id}`)?.(result);
      waiting.delete(`${sessionId} ${id}`);
    });
    await this.session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: false,
      flatten: false,
    });
  }
}

interface Heap {
  readonly usedSize?: number;
  readonly backingStorageSize?: number;
}

function bytes({ usedSize = 0, backingStorageSize = 0 }: Heap): number {
  return usedSize + backingStorageSize;
}
