import { parameters, type Science } from '../../experiment/parameters';
import { levelsBetween } from '../../experiment/sweep';
import { criticalNoiseOf } from './theory';

/** A sweep of the noise reaches this far beyond σ*, so that what happens there is seen. */
const reach = 1.4;

/** How far a sweep of the noise goes; null where the images are not those of the theory, and nothing says. */
export function noiseReach(experiment: Science): number | null {
  const critical = criticalNoiseOf(experiment);
  return critical === null ? null : reach * critical;
}

/** Levels of σ from 0 to about `end`, so that they read well. */
export function noiseLevels(end: number, levels: number): number[] {
  const step = roundUp(end / (levels - 1));
  return levelsBetween('sigma', 0, Math.min(step * (levels - 1), parameters.sigma.max), levels);
}

/** The next number of one significant digit: levels in between read 0.06, 0.12, 0.18. */
export function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(1));
}
