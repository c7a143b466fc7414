import { LostContextError } from '../../trainer';
import { assertAlive, type WebglContext } from './context';

/** Milliseconds of work between two fences: short enough to stop and to show progress, long enough to keep the GPU fed. */
const batchMs = 40;
/** Units of work in a batch at most: some drivers complain of, and stall on, thousands of draws without a flush. */
const batchUnits = 128;
/** The last fence is polled without pause for so long; then with the browser's timers, which leave the core to others. */
const eagerMs = 4;

/**
 * Paces what is sent to the GPU. Nothing else bounds WebGL's queue: unfenced, minutes of work can pile up and freeze
 * the page. At most one batch is in flight while the next is being issued.
 */
export class GpuQueue {
  /** Multiply-adds in a batch, adapted so that one takes about `batchMs`. */
  private budget = 2 ** 24;
  private issued = 0;
  private units = 0;
  private flying: { sync: WebGLSync | null; work: number } | null = null;
  private lastDone = 0;

  constructor(private readonly context: WebglContext) {}

  /**
   * Counts draws just issued, in multiply-adds, and where they are many in units of a few. True when a batch is full: call
   * `turn` before issuing more.
   */
  add(work: number, units = 1): boolean {
    if (this.issued === 0 && !this.flying) this.lastDone = performance.now();
    this.issued += work;
    this.units += units;
    return this.issued >= this.budget || this.units >= batchUnits;
  }

  /** Fences the batch just issued and waits for the one before it. @throws LostContextError */
  async turn(): Promise<void> {
    const before = this.flying;
    this.flying = { sync: fence(this.context.gl), work: this.issued };
    this.issued = 0;
    this.units = 0;
    if (before) await this.landed(before, 0);
  }

  /** Waits until everything issued is done. @throws LostContextError */
  async drain(): Promise<void> {
    await this.turn();
    const last = this.flying;
    this.flying = null;
    if (last) await this.landed(last, eagerMs);
  }

  private async landed({ sync, work }: { sync: WebGLSync | null; work: number }, eager: number): Promise<void> {
    await passed(this.context, sync, eager);
    const now = performance.now();
    const factor = batchMs / Math.max(now - this.lastDone, 0.1);
    // A batch cut short says more of the fence than of the GPU, so it never raises the budget.
    if (work >= this.budget || factor < 1) this.budget = Math.max(1, work * Math.min(Math.max(factor, 0.25), 2));
    this.lastDone = now;
  }
}

function fence(gl: WebGL2RenderingContext): WebGLSync | null {
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  return sync;
}

/** A lost context never signals its fences (tfjs's own wait would poll for ever), so each look asks for it too. */
async function passed(context: WebglContext, sync: WebGLSync | null, eager: number): Promise<void> {
  const { gl } = context;
  const start = performance.now();
  for (let look = 0; ; look++) {
    // Browsers update a fence between tasks only, so even a finished one takes a task to show.
    await (look === 0 || performance.now() - start < eager
      ? nextTask()
      : new Promise((resolve) => setTimeout(resolve, 1)));
    assertAlive(context);
    if (!sync) return;
    const status = gl.clientWaitSync(sync, 0, 0);
    if (status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED) break;
    if (status === gl.WAIT_FAILED) throw new LostContextError({ kind: 'gpu-silent' });
  }
  gl.deleteSync(sync);
}

/** A task of its own without the 4 ms that nested timers cost. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
