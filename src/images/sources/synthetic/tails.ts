import type { Science } from '../../../experiment/parameters';
import { logOf, type RandomStream } from '../../random';

/** Of pixels, with sparse noise. */
const sparseShare = 0.05;

/** How a number of mean 0 and variance 1 is drawn, by the noise's distribution. */
export const tails: Readonly<Record<Science['tail'], (stream: RandomStream) => number>> = {
  gauss: ({ normal }) => normal(),
  // Its inverse distribution function: an exponential with a sign, of variance 2.
  laplace({ uint32 }) {
    const u = uint32();
    const size = -(logOf((u >>> 1) + 0.5) - 31 * Math.LN2) / Math.SQRT2;
    return u % 2 === 0 ? size : -size;
  },
  // A normal over the root of a χ² of three: Student's t of three degrees over its standard deviation √3.
  t3({ normal }) {
    const [z, a, b, c] = [normal(), normal(), normal(), normal()];
    return z / Math.sqrt(a * a + b * b + c * c);
  },
  sparse({ uint32, normal }) {
    // Both are drawn, so that a share of another size would move no other pixel.
    const [u, z] = [uint32(), normal()];
    return u < sparseShare * 2 ** 32 ? z / Math.sqrt(sparseShare) : 0;
  },
};
