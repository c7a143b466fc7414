import { FileError } from './file-error';
import { readRun } from './read-run';
import type { RunReply } from './read-run-in-worker';

/** What a worker answers to a file: it is read whole, and nothing is thrown. */
async function answer(file: Blob): Promise<RunReply> {
  try {
    return { read: readRun(await file.text()) };
  } catch (error) {
    return { fault: error instanceof FileError ? error.fault : { kind: 'unreadable' } };
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<Blob>) => self.postMessage(await answer(data)));
