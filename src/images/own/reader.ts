import { problemOf } from '../../problems/problem';
import type { NamedBytes } from './files';
import { readCollection } from './read-collection';
import type { ReaderReply } from './read-in-worker';

const post = (reply: ReaderReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

/** Progress is told as often as a visitor can read, in ms. */
const interval = 50;

// Reads what it is handed, once: whoever wants no more of it ends the worker.
self.addEventListener('message', async ({ data: files }: MessageEvent<readonly NamedBytes[]>) => {
  let told = 0;
  const onProgress = (done: number, of: number) => {
    const now = performance.now();
    if (now - told < interval && done < of) return;
    told = now;
    post({ type: 'progress', done, of });
  };
  try {
    const collection = await readCollection(files, { onProgress });
    post({ type: 'done', collection }, [collection.pixels.buffer, collection.labels.buffer]);
  } catch (error) {
    post({ type: 'failed', problem: problemOf(error) });
  }
});
