import { parentPort, workerData } from 'node:worker_threads';
import { problemOf } from '../src/problems/problem';
import { createEngine } from '../src/training/engine';
import type { CompleteRun, Reply, Request } from '../src/training/protocol';
import { summaryOf } from '../src/images/own/collection';
import { makeKnown } from '../src/images/own/known';
import { assetsWith } from './assets';
import type { ThreadData } from './worker-caller';

const { collection, keeps } = workerData as ThreadData;
if (collection) makeKnown(summaryOf(collection));
const engine = createEngine(assetsWith(collection));
const nothing = new Float64Array(0);
const post = (reply: Reply) => parentPort!.postMessage(reply);

// The pool asks for one run at a time. `configure` names where a page lies; here the digits are read from disk.
parentPort!.on('message', async ({ id, method, params }: Request) => {
  if (method !== 'complete') return;
  try {
    const run = await engine.complete(params);
    post({ id, type: 'done', result: keeps === 'all' ? run : endOf(run) });
  } catch (error) {
    post({ id, type: 'failed', name: error instanceof Error ? error.name : 'Error', problem: problemOf(error) });
  }
});

/** Results wait for the whole sweep: ten thousand histories of large experiments would fill the memory. */
function endOf({ history, spectrum, summary }: CompleteRun): CompleteRun {
  return { history: history.slice(-1), spectrum: { ...spectrum, data: nothing, clean: nothing }, summary };
}
