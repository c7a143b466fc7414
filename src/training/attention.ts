import type { Science } from '../experiment/parameters';
import { settingsOf } from '../network/architecture';
import type { WeightMatrix } from '../network/matrices';
import type { ImagePair } from './image-pairs';
import { objectPatches } from './object-patches';
import { networkFor } from './said-of';

export interface AttentionParams {
  readonly experiment: Science;
  /** The network's matrices at some steps of its run. */
  readonly frames: readonly (readonly WeightMatrix[])[];
}

/**
 * Share of its attention that a network gives to the patch with the object, at each of several steps: mean over the training
 * images. Null where there is no attention, or more than one patch of an image holds something.
 */
export function attentionOnObject({ experiment, frames }: AttentionParams, pair: ImagePair): Float64Array | null {
  const objects = objectPatches(pair.clean);
  if (!objects) return null;
  const shares = new Float64Array(frames.length);
  for (const [k, matrices] of frames.entries()) {
    const network = networkFor({ experiment, matrices, images: pair.noisy });
    const attention = network?.architecture.forward(matrices, settingsOf(experiment), network.seen).attention;
    if (!attention) return null;
    const { count, patches } = pair.noisy;
    for (let i = 0; i < count; i++) shares[k]! += attention[i * patches + objects[i]!]! / count;
  }
  return shares;
}
