/** Uniforms of the Huberized ReLU, common to the programs that use it: exponent q and threshold κ. */
export const activationUniforms = [
  { name: 'q', type: 'float' as const },
  { name: 'kappa', type: 'float' as const },
];

/**
 * What the product leaves for the other draws, one number from which both slope and value follow:
 * e = φ'(z) = t^{q−1} where t = z/κ ≤ 1, and e = t above (0 below 0). Then φ'(z) = min(e, 1), cheap in the gradient's
 * innermost loop, and φ(z) = κ e^{q/(q−1)}/q for e ≤ 1, κ(e − 1 + 1/q) above, needed only once per entry.
 * GLSL's pow is undefined at a base ≤ 0 and costly, hence the cases that visitors mostly use and the clamp.
 */
export const encodeActivation = `
vec4 encode(vec4 z) {
  vec4 t = max(z, 0.) / kappa;
  vec4 low = min(t, 1.);
  if (q == 3.) low *= low;
  else if (q == 4.) low *= low * low;
  else if (q != 2.) low = mix(vec4(0.), pow(max(low, 1e-30), vec4(q - 1.)), step(1e-30, low));
  return mix(low, t, step(1., t));
}`;

export const decodeActivation = `
vec4 activation(vec4 e) {
  vec4 low = min(e, 1.);
  if (q == 2.) low *= low;
  else if (q == 3.) low *= sqrt(low);
  else low = mix(vec4(0.), pow(max(low, 1e-30), vec4(q / (q - 1.))), step(1e-30, low));
  return kappa * (low / q + max(e - 1., 0.));
}`;
