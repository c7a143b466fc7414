/** Uniforms of the Huberized ReLU, common to the programs that use it: exponent q and threshold κ. */
export const activationUniforms = [
  { name: 'q', type: 'float' as const },
  { name: 'kappa', type: 'float' as const },
];

/**
 * What the product leaves for the other draws, one number from which both slope and value follow:
 * e = φ'(z) = t^{q−1} where t = z/κ ≤ 1, and e = t above (0 below 0). Then φ'(z) = min(e, 1), cheap in the gradient's
 * innermost loop, and φ(z)/κ = e^{q/(q−1)}/q for e ≤ 1, e − 1 + 1/q above, needed only once per entry.
 * GLSL's pow is undefined at a base ≤ 0 and costly, hence the clamp (1e-30 to any power here is as good as 0) and the
 * cases that visitors mostly use.
 */
export const encodeActivation = `
vec4 encode(vec4 z) {
  vec4 t = max(z, 0.) / kappa;
  vec4 low = min(t, 1.);
  if (q == 3.) low *= low;
  else if (q == 4.) low *= low * low;
  else if (q != 2.) low = pow(max(low, 1e-30), vec4(q - 1.));
  return mix(low, t, step(1., t));
}`;

/**
 * Functions vec4 → vec4 that decode e to φ(z)/κ, and when each may be used. The loops around them are repeated for
 * each: choosing within the innermost loop costs software renderers more than the activation itself.
 */
export const decodeActivation = `
vec4 activation2(vec4 e) { vec4 low = min(e, 1.); return low * low / q + (e - low); }
vec4 activation3(vec4 e) { vec4 low = min(e, 1.); return low * sqrt(low) / q + (e - low); }
vec4 activationQ(vec4 e) { vec4 low = min(e, 1.); return pow(max(low, 1e-30), vec4(q / (q - 1.))) / q + (e - low); }`;

/** GLSL that runs `body`, written for the name of one such function, with the one that fits the uniform q. */
export function withActivation(body: (activation: string) => string): string {
  return `if (q == 2.) {${body('activation2')}} else if (q == 3.) {${body('activation3')}} else {${body('activationQ')}}`;
}
