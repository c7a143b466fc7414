import { decodeLink } from '../src/experiment/link';
import { summaryOf, type ImageCollection } from '../src/images/own/collection';
import { makeKnown } from '../src/images/own/known';
import { readCollection } from '../src/images/own/read-collection';
import { ProblemError } from '../src/problems/problem';
import { problems } from '../src/strings/en/problems';
import { filesAt } from './file-bytes';
import { InputError } from './input-error';

/** The images at a path, a file, a folder or a ZIP file, made known to whatever is made of them; null where none is given. @throws InputError */
export async function readImages(path: string | undefined): Promise<ImageCollection | null> {
  if (path === undefined) return null;
  const collection = await read(path);
  makeKnown(summaryOf(collection));
  return collection;
}

/** The link of an experiment, on a collection. Where it names images, they have to be these. @throws InputError */
export function linkWith(
  { hash }: ImageCollection,
  { link = '', classes }: { readonly link?: string | undefined; readonly classes?: string | undefined },
): string {
  const named = decodeLink(link).experiment.images;
  if (named !== '' && named !== hash)
    throw new InputError(`--images: the link names the images ${named}, and these are ${hash}`);
  const asked = classes === undefined ? '' : `&classes=${encodeURIComponent(classes)}`;
  // A link is an address, its query and hash, its hash alone, or bare pairs.
  const before = link === '' || link.includes('#') ? link || '#' : /[?/]/.test(link) ? `${link}#` : `#${link}`;
  return `${before}&data=file&images=${hash}${asked}`;
}

async function read(path: string): Promise<ImageCollection> {
  try {
    return await readCollection(await filesAt(path));
  } catch (error) {
    if (error instanceof ProblemError)
      throw new InputError(`--images: ${problems.text(error.problem).replace(/\.$/, '')}`);
    throw new InputError(`--images: ${(error as Error).message}`);
  }
}
