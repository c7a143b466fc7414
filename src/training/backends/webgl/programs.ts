import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/webgl';
import { activationUniforms, decodeActivation, encodeActivation, withActivation } from './activation-glsl';
import { spreadColumns } from './textures';

/** Times that an inner loop's body is written out: software renderers spend a quarter of a plain loop on its counter. */
const unrolled = 4;

/** What a program is compiled for. Everything else is a uniform, so that another experiment of one shape compiles nothing. */
export interface Shape {
  /** Images in a chunk, even. */
  readonly images: number;
  readonly patches: number;
  readonly dimension: number;
  /** Width m. */
  readonly width: number;
}

/** Rows of patches in a chunk. */
const rows = ({ images, patches }: Shape) => images * patches;

/** Encoded activations [nP × 2m], with spread columns, of the products of patches X [nP × d] with filters W [2m × d]. Uniforms: q, κ. */
export function productProgram(shape: Shape): GPGPUProgram {
  const depth = texels(shape.dimension);
  return packed(
    ['X', 'W'],
    [rows(shape), spreadColumns(2 * shape.width)],
    activationUniforms,
    `${encodeActivation}
void main() {
  float row = gl_FragCoord.y / ${float(texels(rows(shape)))};
  float filterPair = gl_FragCoord.x / ${float(shape.width)};
  vec4 z = vec4(0.);
  float c = .5;
  ${repeat(
    depth,
    `{
    vec4 x = texture(X, vec2(c * ${float(1 / texels(spreadColumns(shape.dimension)))}, row));
    vec4 w = texture(W, vec2(c * ${float(1 / depth)}, filterPair));
    z += x.xxzz * w.xzxz + x.yyww * w.ywyw;
    c++;
  }`,
  )}
  setOutput(encode(z));
}`,
  );
}

/**
 * Two numbers for each image [n × 2]: ∂L/∂f = −y σ(−y f)/n, and the output f, from encoded activations E and labels Y.
 * Uniforms: q, κ, 1/m, 1/n (n: all training images, not those of the chunk).
 */
export function imageProgram(shape: Shape): GPGPUProgram {
  const { images, patches, width } = shape;
  const uniforms = [
    ...activationUniforms,
    { name: 'perFilter', type: 'float' as const },
    { name: 'perImage', type: 'float' as const },
  ];
  const half = width >> 1;
  const value = (activation: string) =>
    `${activation}(texture(E, vec2((float(r) + .5) / ${float(texels(spreadColumns(2 * width)))}, row)))`;
  // An odd width has both classes in the middle texel.
  const sums = withActivation(
    (activation) => `
    for (int r = 0; r < ${half}; r++) sum += ${value(activation)};
    for (int r = ${half}; r < ${width - half}; r++) sum += ${value(activation)} * vec4(1., -1., 1., -1.);
    for (int r = ${width - half}; r < ${width}; r++) sum -= ${value(activation)};
  `,
  );
  return packed(
    ['E', 'Y'],
    [images, 2],
    uniforms,
    `${decodeActivation}
vec2 rowSums(int k) {
  float row = (float(k) + .5) / ${float(texels(rows(shape)))};
  vec4 sum = vec4(0.);
  ${sums}
  return kappa * (sum.xz + sum.yw);
}
void main() {
  int pair = int(gl_FragCoord.y);
  int k = pair * ${patches};
  vec2 f = vec2(0.);
  for (int p = 0; p < ${patches}; p++) {
    vec2 sums = rowSums(k + p);
    f += 2 * p < ${patches} ? vec2(sums.x, 0.) : vec2(0., sums.x);
    f += 2 * p + 1 < ${patches} ? vec2(sums.y, 0.) : vec2(0., sums.y);
  }
  vec2 y = texelFetch(Y, ivec2(0, pair), 0).xz;
  f *= perFilter;
  vec2 slope = -y * perImage / (1. + exp(min(y * f, 80.)));
  setOutput(vec4(slope.x, f.x, slope.y, f.y));
}`,
  );
}

/**
 * The step to add to the filters [2m × d]: −lr·m·∂L/∂W of one chunk, plus the step so far.
 * The step so far is S − (W − V): for the first chunk what rounding kept from the last step (S that step, V and W the
 * filters before and after it), for the others the sum over earlier chunks (V = W). A compensated sum, which no
 * compiler can simplify away: its terms come from different textures.
 * Inputs: patches X, encoded activations E, image numbers I, S, W, V. Uniform: lr (per filter, so 1/m cancels).
 */
export function gradientProgram(shape: Shape): GPGPUProgram {
  const { images, patches, dimension, width } = shape;
  const half = patches >> 1;
  const both = `
      float row = k * ${float(1 / texels(rows(shape)))};
      vec4 e = min(texture(E, vec2(filterPair, row)), 1.);
      vec4 x = texture(X, vec2(column, row));
      k++;`;
  const pair = (sum: string) => `{${both}
      ${sum} += e.xxyy * x.xyxy + e.zzww * x.zwzw;
    }`;
  // With an odd number of patches, the row pair in the middle belongs to both images of the pair.
  const middle =
    patches % 2 === 0
      ? ''
      : `{${both}
      a += e.xxyy * x.xyxy;
      b += e.zzww * x.zwzw;
    }`;
  return packed(
    ['X', 'E', 'I', 'S', 'W', 'V'],
    [2 * width, dimension],
    [{ name: 'lr', type: 'float' }],
    `
void main() {
  float filterPair = gl_FragCoord.y / ${float(texels(spreadColumns(2 * width)))};
  float column = gl_FragCoord.x / ${float(texels(spreadColumns(dimension)))};
  vec4 sum = vec4(0.);
  float k = .5;
  for (int i = 0; i < ${images / 2}; i++) {
    vec4 image = texture(I, vec2(.5, (float(i) + .5) / ${float(images / 2)}));
    vec4 a = vec4(0.);
    vec4 b = vec4(0.);
    ${repeat(half, pair('a'))}
    ${middle}
    ${repeat(half, pair('b'))}
    sum += image.x * a + image.z * b;
  }
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 r = 2 * at.yy + ivec2(0, 1);
  vec2 side = vec2(r.x < ${width} ? 1. : -1., r.y < ${width} ? 1. : -1.);
  vec4 kept = texelFetch(S, at, 0) - (texelFetch(W, at, 0) - texelFetch(V, at, 0));
  setOutput(kept - lr * side.xxyy * sum);
}`,
  );
}

/** W + S, the filters after the step, [2m × d]. */
export function updateProgram({ width, dimension }: Shape): GPGPUProgram {
  return packed(
    ['W', 'S'],
    [2 * width, dimension],
    [],
    `
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  setOutput(texelFetch(W, at, 0) + texelFetch(S, at, 0));
}`,
  );
}

/** GLSL that runs `body` so many times; it advances its own counter. */
function repeat(count: number, body: string): string {
  const whole = Math.floor(count / unrolled);
  const loop =
    whole > 1
      ? `for (int turn = 0; turn < ${whole}; turn++) { ${body.repeat(unrolled)} }`
      : body.repeat(whole * unrolled);
  return loop + body.repeat(count - whole * unrolled);
}

/** Texels along a packed side of so many rows or columns. */
const texels = (count: number) => Math.ceil(count / 2);

/** A number as GLSL writes a float, with all its digits. */
const float = (value: number) => value.toExponential();

function packed(
  variableNames: string[],
  outputShape: number[],
  customUniforms: NonNullable<GPGPUProgram['customUniforms']>,
  userCode: string,
): GPGPUProgram {
  return { variableNames, outputShape, customUniforms, userCode, packedInputs: true, packedOutput: true };
}
