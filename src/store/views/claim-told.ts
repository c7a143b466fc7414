import type { ClaimCurve } from './claim-curve';
import { chanceWithin, lowBy } from './thresholds';

/** What may be said of the levels at which the filters hold more noise than signal. */
export interface ToldNoise {
  /** From which noise on, where it is so to the end of what is measured; null where it is so in between alone. */
  readonly from: number | null;
  /** The filters' highest rank there and the data's least, where the one is low beside the other. */
  readonly low: { readonly filters: number; readonly data: number } | null;
  /** The first level from which on the network tells new images apart no better than by chance. */
  readonly chance: number | null;
}

/** Null where noise leads nowhere that is measured. */
export function toldOf({ points, noisy, half }: Pick<ClaimCurve, 'points' | 'noisy' | 'half'>): ToldNoise | null {
  const measured = points.filter(
    ({ sigma, share }) => share !== null && noisy.some(([from, to]) => sigma >= from && sigma <= to),
  );
  const last = points.findLast(({ share }) => share !== null);
  if (measured.length === 0 || !last) return null;
  const toTheEnd = noisy.length === 1 && half === noisy[0]![0] && measured.at(-1) === last;
  const filters = Math.max(...measured.map((point) => point.filters ?? Infinity));
  const data = Math.min(...measured.map((point) => point.data));
  const blind = measured.filter(
    ({ testAccuracy }) => testAccuracy === null || Math.abs(testAccuracy - 0.5) > chanceWithin,
  );
  const after = blind.length === 0 ? measured[0] : measured[measured.indexOf(blind.at(-1)!) + 1];
  return {
    from: toTheEnd ? half : null,
    low: filters * lowBy <= data ? { filters, data } : null,
    chance: toTheEnd && after ? after.sigma : null,
  };
}
