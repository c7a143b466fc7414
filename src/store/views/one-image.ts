import type { Science } from '../../experiment/parameters';
import { sourceOf } from '../../images/sources/list';
import type { AppState } from '../state';
import { askedOf } from './asked';
import { memo } from './memo';
import { askedNoise } from './questions';

/** The first training image as it is made: what it shows, and its noise at σ = 1. */
export interface OneImage {
  /** What it was drawn for; `sigma` is not the noise that is shown. */
  readonly experiment: Science;
  /** [P × d]. */
  readonly clean: Float64Array;
  readonly noise: Float64Array;
  /** The patch that holds the object, where patches lie beside each other and others hold nothing; null elsewhere. */
  readonly object: number | null;
}

const madeOf = memo((answer: NonNullable<ReturnType<ReturnType<typeof askedOf<'oneImage'>>>['value']>): OneImage => {
  const { experiment } = answer.params,
    { noisy, clean } = answer.answer;
  const noise = noisy.values.map((value, i) => (value - clean.values[i]!) / askedNoise);
  const full = Array.from({ length: clean.patches }, (_, p) =>
    clean.values.subarray(p * clean.dimension, (p + 1) * clean.dimension).some((value) => value !== 0),
  );
  const alone =
    clean.patches > 1 && full.filter(Boolean).length === 1 && !sourceOf(experiment).shape(experiment).windows;
  return { experiment, clean: clean.values, noise, object: alone ? full.indexOf(true) : null };
});

/** The training image that the page shows, while another is made the one before; null before the first. */
export function oneImageOf(state: AppState): OneImage | null {
  const { value } = askedOf('oneImage')(state);
  return value && madeOf(value);
}

/** The image at a level of noise, [P × d]. */
export function imageAt({ clean, noise }: OneImage, sigma: number): Float64Array {
  return sigma === 0 ? clean : clean.map((value, i) => value + sigma * noise[i]!);
}
