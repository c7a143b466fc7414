import type { ImagesFault } from '../../problems/images';
import { ProblemError } from '../../problems/problem';

/** Names of files as they are shown: their end, which tells more than their beginning. */
const longestName = 80;

/** A file that cannot be taken, and why. */
export function refused(path: string, fault: ImagesFault, cause?: unknown): ProblemError {
  const letters = [...path.replaceAll(/\p{C}/gu, '·')];
  const name = letters.length > longestName ? `…${letters.slice(-longestName).join('')}` : letters.join('');
  return new ProblemError({ kind: 'images-refused', name: name || '–', fault }, { cause });
}
