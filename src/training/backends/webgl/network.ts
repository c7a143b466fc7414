import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/webgl';
import type { ImageChunk, UploadedImages } from './chunks';
import { assertAlive, type WebglContext } from './context';
import { gradientProgram, imageProgram, productProgram, updateProgram, type Shape } from './programs';
import type { Matrix } from './textures';

/** Numbers that enter the programs as uniforms. */
export interface NetworkParameters {
  readonly lr: number;
  readonly q: number;
  readonly kappa: number;
  /** Width m. */
  readonly width: number;
}

/** What a forward pass over a chunk leaves behind. */
export interface Forward {
  /** [perChunk·P × 2m], see activation-glsl. */
  readonly activations: Matrix;
  /** [perChunk × 2]: ∂L/∂f and the output f of each image. */
  readonly images: Matrix;
}

/** The draws of one network over images of one shape. Every result is the caller's to release. */
export class NetworkDraws {
  /** Multiply-adds of the forward pass of one chunk, and as many of its gradient. */
  readonly work: number;
  private readonly product: GPGPUProgram;
  private readonly image: GPGPUProgram;
  private readonly gradientOf: GPGPUProgram;
  private readonly update: GPGPUProgram;

  constructor(
    private readonly context: WebglContext,
    private readonly parameters: NetworkParameters,
    private readonly uploaded: UploadedImages,
  ) {
    const { perChunk, patches, dimension } = uploaded;
    const shape: Shape = { images: perChunk, patches, dimension, width: parameters.width };
    this.work = perChunk * patches * dimension * 2 * parameters.width;
    this.product = productProgram(shape);
    this.image = imageProgram(shape);
    this.gradientOf = gradientProgram(shape);
    this.update = updateProgram(shape);
  }

  forward(chunk: ImageChunk, filters: Matrix): Forward {
    const { q, kappa, width } = this.parameters;
    const activations = this.draw(this.product, [chunk.patches, filters], [[q], [kappa]]);
    const images = this.draw(
      this.image,
      [activations, chunk.labels],
      [[q], [kappa], [1 / width], [1 / this.uploaded.count]],
    );
    return { activations, images };
  }

  /** The step so far, `soFar` − (`after` − `before`), and this chunk's share of the gradient step: [2m × d]. */
  gradientStep(chunk: ImageChunk, forward: Forward, soFar: Matrix, after: Matrix, before: Matrix): Matrix {
    const { activations, images } = forward;
    return this.draw(
      this.gradientOf,
      [chunk.patches, activations, images, soFar, after, before],
      [[this.parameters.lr]],
    );
  }

  /** The filters after a step. */
  moved(filters: Matrix, step: Matrix): Matrix {
    return this.draw(this.update, [filters, step], []);
  }

  private draw(program: GPGPUProgram, inputs: Matrix[], uniforms: number[][]): Matrix {
    // The last argument keeps the result packed; without it tfjs may add a draw that unpacks it.
    try {
      return this.context.backend.runWebGLProgram(program, inputs, 'float32', uniforms, true);
    } catch (error) {
      assertAlive(this.context);
      throw error;
    }
  }
}
