/** Where sentences take another turn: one judgement, whatever the language. */

/** Below so large a stable rank one direction alone leads the others. */
export const alone = 1.5;

/** Where the words for the data's rank change, as ratios to the rank without noise. */
const far = 2,
  higher = 1.05,
  lower = 0.95;

/** How the data's rank stands to what it is without noise. */
export function againstClean(data: number, clean: number): 'far higher' | 'higher' | 'as high' | 'lower' {
  if (data > higher * clean) return data >= far * clean ? 'far higher' : 'higher';
  return data < lower * clean ? 'lower' : 'as high';
}

/** Shares from which directions hold most of an energy, and hold it nearly evenly. */
export const mostly = 0.5,
  nearly = 0.95;

/** Up to such a difference, relative to the larger, two ranks are one on a figure; shares in such a ratio are not. */
const together = 0.03,
  clearly = 1.2;

/** Two ranks of which nobody could say on a figure which is the higher. */
export const meet = (a: number, b: number) => Math.abs(a - b) <= together * Math.max(a, b);

/** Whether a share is more than chance, or what seeds do, would make of another. */
export const outweighs = (share: number, other: number) => share > clearly * other;
