import { ProblemError } from '../problems/problem';
import type { CollectionSource } from './own/collection';
import { fetchMnist } from './sources/digits/fetch';
import type { MnistSource } from './sources/digits/pack';

/** What images are made from beside parameters: a member for each source that needs any, asked for when it is needed. */
export interface Assets {
  readonly digits: MnistSource;
  readonly fashion: MnistSource;
  readonly own: CollectionSource;
}

/** Assets from the files of the page. @param base the page's own address, ending in a slash. */
export function fetchAssets(base: string): Assets {
  return { digits: fetchMnist(base), fashion: fetchMnist(base, 'fashion'), own: missing };
}

/** For those who have none. @param why for whoever asks. */
export function noAssets(why: string): Assets {
  const none = () => Promise.reject(new Error(why));
  return { digits: none, fashion: none, own: missing };
}

/** No collection is here. */
export const missing: CollectionSource = (hash) => Promise.reject(new ProblemError({ kind: 'images-missing', hash }));
