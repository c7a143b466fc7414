import { knownCollection } from '../images/own/known';
import { readInWorker } from '../images/own/read-in-worker';
import type { App } from '../store/app';
import type { TakeImages } from './messages';

/** Takes images that a host hands over as those are taken that a visitor drops; where they were missing, the run begins. */
export const createTakeImages =
  (app: App, read = readInWorker): TakeImages =>
  async (files) => {
    const { collection } = await read(
      files.map(({ path, bytes }) => ({ path, bytes: bytes instanceof Blob ? bytes : new Blob([bytes]) })),
    );
    app.imagesCame(collection.hash);
    app.start();
    const { hash: images, classes, counts, height, width, channels } = knownCollection(collection.hash)!;
    return { images, classes, counts, height, width, channels };
  };
