import { problemOf } from '../../problems/problem';
import { readCollection } from './read-collection';
import { summaryOf } from './collection';
import type { ReaderReply, ReaderRequest } from './read-in-worker';
import { createShelf } from './shelf';

const post = (reply: ReaderReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

/** Progress is told as often as a visitor can read, in ms. */
const interval = 50;

// Reads what it is handed and keeps it, once: whoever wants no more of it ends the worker.
self.addEventListener('message', async ({ data: { files, only } }: MessageEvent<ReaderRequest>) => {
  let told = 0;
  const onProgress = (done: number, of: number) => {
    const now = performance.now();
    if (now - told < interval && done < of) return;
    told = now;
    post({ type: 'progress', done, of });
  };
  try {
    const collection = await readCollection(files, { onProgress });
    const isKept = (only ?? collection.hash) === collection.hash && (await createShelf().put(collection));
    const summary = summaryOf(collection);
    post({ type: 'done', collection, summary, isKept }, [collection.pixels.buffer, collection.labels.buffer]);
  } catch (error) {
    post({ type: 'failed', problem: problemOf(error) });
  }
});
