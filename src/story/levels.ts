import { parameters } from '../experiment/parameters';
import type { RaceFacts } from '../strings/facts';

/** Multiples of σ* at which a run is clearly on either side of the limit, whatever constant the law leaves open. */
const below = 0.4,
  beyond = 1.4;

/** A level of noise, as round as the slider's, at which noise wins; null where the table does not reach so far. */
export function beyondLimit({ critical }: RaceFacts): number | null {
  const sigma = roundUp(beyond * critical);
  return sigma <= parameters.sigma.max ? sigma : null;
}

/** A level at which the signal wins; null where that is hardly any noise. */
export function beforeLimit({ critical }: RaceFacts): number | null {
  const sigma = Math.floor(Math.min(below * critical, parameters.sigma.max) * 100) / 100;
  return sigma > 0 ? sigma : null;
}

const roundUp = (value: number) => Number((Math.ceil(value * 100 - 1e-9) / 100).toFixed(2));
