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

/** Steps of a curve from 0 to where it ends by itself, the most first. */
const stepCounts = [12, 11, 10];

/** Levels from 0 to a round number near `end`, in steps of one significant digit. */
export function roundLevels(end: number): number[] {
  const fits = stepCounts.map((count) => {
    const step = Number((end / count).toPrecision(1));
    return { count, last: Math.min(Number((step * count).toPrecision(6)), parameters.sigma.max) };
  });
  const { count, last } = fits.reduce((best, fit) =>
    Math.abs(fit.last - end) < Math.abs(best.last - end) - 1e-9 ? fit : best,
  );
  return levelsBetween('sigma', 0, last, count + 1);
}

/** The next number of one significant digit: levels in between read 0.06, 0.12, 0.18. */
export function roundUp(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return Number((Math.ceil(value / unit - 1e-9) * unit).toPrecision(1));
}
