import type { FileFault } from '../problems/files';
import { FileError } from './file-error';
import { readRun, type ReadRun } from './read-run';
import { spawnRunReader } from './spawn-run-reader';

export type RunReply =
  { readonly read: ReadRun; readonly fault?: undefined } | { readonly fault: FileFault; readonly read?: undefined };

/** As much of a file as reading it takes. */
export type Readable = Pick<File, 'size' | 'text'>;

/** Bytes up to which a file is read sooner than a worker has started. */
const most = 1e6;

/**
 * Reads a run file; a large one in a worker of its own, so that the page goes on meanwhile, and here where there is none.
 * @throws FileError that says what is wrong with it.
 */
export async function readRunOf(file: Readable, spawn = spawnRunReader): Promise<ReadRun> {
  const reply = file.size > most ? await askWorker(file, spawn) : null;
  if (reply?.fault) throw new FileError(reply.fault);
  return reply ? reply.read : readRun(await file.text());
}

/** @returns null where there is no worker, or none for this file. */
function askWorker(file: Readable, spawn: typeof spawnRunReader): Promise<RunReply | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = spawn();
    } catch {
      return resolve(null);
    }
    const end = (reply: RunReply | null) => {
      worker.terminate();
      resolve(reply);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<RunReply>) => end(data));
    worker.addEventListener('error', () => end(null));
    try {
      worker.postMessage(file);
    } catch {
      end(null);
    }
  });
}
