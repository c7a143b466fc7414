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
  let a = mix(h),
    b = mix(a ^ 0x85ebca6b),
    c = mix(b ^ seed),
    counter = 1;
  const uint32 = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
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

/** Coefficients of AS 241, rising powers: numerator and denominator in the centre, then in the tails. */
const centreOver = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
  33430.57558358813, 2509.0809287301227,
];
const centreUnder = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
  5226.495278852546,
];
const tailOver = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
  0.022723844989269184, 0.0007745450142783414,
];
const tailUnder = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];

/**
 * Standard normal quantile at (u + ½)/2³²: M. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), PPND16.
 * Its third branch (p below e⁻²⁵) is out of reach of 32 bits and left out.
 */
function normalQuantile(u: number): number {
  const q = (u + 0.5) / 2 ** 32 - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(centreOver, r)) / polynomial(centreUnder, r);
  }
  const tail = q < 0 ? u : 2 ** 32 - 1 - u;
  const r = Math.sqrt(32 * Math.LN2 - logOf(tail + 0.5)) - 1.6;
  const z = polynomial(tailOver, r) / polynomial(tailUnder, r);
  return q < 0 ? -z : z;
}

/** Horner's rule for eight coefficients. */
function polynomial(c: readonly number[], r: number): number {
  return ((((((c[7]! * r + c[6]!) * r + c[5]!) * r + c[4]!) * r + c[3]!) * r + c[2]!) * r + c[1]!) * r + c[0]!;
}

/** Natural logarithm of x in [½, 2³²), to rounding: ln 2 per halving, then the atanh series on [1/√2, √2]. */
export function logOf(x: number): number {
  let halvings = 0;
  while (x > Math.SQRT2) {
    x /= 2;
    halvings += 1;
  }
  const s = (x - 1) / (x + 1),
    ss = s * s;
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = sum * ss + 1 / k;
  return halvings * Math.LN2 + 2 * s * sum;
}
