/**
 * Seeded random streams. A link must draw the same images years later and in every browser, so nothing here depends on
 * an engine or a library version: integers by sfc32 (Chris Doty-Humphrey, PractRand), normals by Wichura's AS 241 with
 * a logarithm of additions and products only (engines round Math.log differently in the last bit).
 */
export interface RandomStream {
  /** Uniform integer in [0, 2³²). */
  uint32(): number;
  /** Uniform integer in [0, bound), bound ≤ 2³²; biased by less than bound/2³². */
  below(bound: number): number;
  /** Standard normal; one 32-bit draw each, so |value| < 6.4. */
  normal(): number;
}

/** An independent stream for each (seed, name): drawing from one never moves another. */
export function randomStream(seed: number, name: string): RandomStream {
  let h = (seed ^ 0x9e3779b9) >>> 0;
  for (let i = 0; i < name.length; i++) h = mix((h ^ name.charCodeAt(i)) >>> 0);
  let a = mix(h), b = mix(a ^ 0x85ebca6b), c = mix(b ^ seed), counter = 1;
  const uint32 = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) uint32();
  return { uint32, below: (bound) => Math.floor((uint32() / 2 ** 32) * bound), normal: () => normalQuantile(uint32()) };
}

/** Finaliser of MurmurHash3: every input bit moves every output bit. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/**
 * Standard normal quantile at (u + ½)/2³²: M. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), PPND16.
 * Its third branch (p below e⁻²⁵) is out of reach of 32 bits and left out.
 */
function normalQuantile(u: number): number {
  const q = (u + 0.5) / 2 ** 32 - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r + 133.14166789178437745) * r + 3.387132872796366608))
      / (((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r + 42.313330701600911252) * r + 1);
  }
  const tail = q < 0 ? u : 2 ** 32 - 1 - u;
  const r = Math.sqrt(32 * Math.LN2 - logOf(tail + 0.5)) - 1.6;
  const z = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r + 4.6303378461565452959) * r + 1.42343711074968357734)
    / (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r + 2.05319162663775882187) * r + 1);
  return q < 0 ? -z : z;
}

/** Natural logarithm of x in [½, 2³²), to rounding: ln 2 per halving, then the atanh series on [1/√2, √2]. */
function logOf(x: number): number {
  let halvings = 0;
  while (x > Math.SQRT2) {
    x /= 2;
    halvings += 1;
  }
  const s = (x - 1) / (x + 1), ss = s * s;
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = sum * ss + 1 / k;
  return halvings * Math.LN2 + 2 * s * sum;
}
