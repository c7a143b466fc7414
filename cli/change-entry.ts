import type { MeasuredMatrix } from '../src/training/snapshot';
import { effectiveRank, stableRank } from '../src/spectrum/ranks';
import type { MovedEnergy } from '../src/spectrum/moved-energy';

/**
 * What a history entry says of how filters have changed. `moved`, of W − W₀: its share in the signal span, energy along each
 * signal vector, how many of them are followed; null at step 0. With `--change` its ranks as well, and the gradient's.
 */
export function changeEntry({ moved, change }: MeasuredMatrix): object {
  if (!change) return { moved: moved && energies(moved) };
  const { singularValues, energy, cosine } = change.gradient;
  return {
    moved: { ...(moved && energies(moved)), ...ranks(change.moved) },
    gradient: { ...(energy && energies(energy)), ...ranks(singularValues), cosine },
  };
}

const energies = ({ share, along, followed }: MovedEnergy) => ({ signalShare: share, energies: [...along], followed });

const ranks = (values: Float64Array) => ({
  stableRank: stableRank(values),
  effectiveRank: effectiveRank(values),
  singularValues: [...values],
});
