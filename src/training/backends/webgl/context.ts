import { env } from '@tensorflow/tfjs';
import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/webgl';
import { LostContextError } from '../../trainer';
import { giveBack, openGpu } from './gpu';

/**
 * Bytes of textures above which tfjs deletes what is released instead of keeping it for the next draw of that shape.
 * Steps reuse their textures below it; a visitor who tries many shapes does not fill the GPU with leftovers.
 */
const pooledTextureBytes = 128 * 2 ** 20;

/** One WebGL context with its tfjs backend and compiled programs, shared by all trainers of this thread. */
export interface WebglContext {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** Renderer as the driver names it. */
  readonly device: string;
}

let shared: WebglContext | null = null;

/**
 * The thread's context; a new one where there is none, or where the last one was lost: it is never restored in place,
 * since its textures and programs are gone.
 * @throws BackendUnavailableError without WebGL 2 or without float32 render targets.
 */
export function acquireContext(): WebglContext {
  if (shared?.gl.isContextLost()) shared = null;
  return (shared ??= open());
}

/** @throws LostContextError where the GPU was taken away: tfjs itself would go on with garbage. */
export function assertAlive({ gl }: WebglContext): void {
  if (gl.isContextLost()) throw new LostContextError({ kind: 'gpu-taken' });
}

/** Loses the context on purpose, as a driver's reset would: for tests and recovery checks. */
export function loseWebglContext(): void {
  if (shared) giveBack(shared.gl);
}

function open(): WebglContext {
  const { canvas, gl, device } = openGpu();
  // tfjs would open a context of its own and refuse software renderers; it takes the one that it is handed.
  setWebGLContext(2, gl);
  env().set('WEBGL_VERSION', 2);
  env().set('WEBGL_FORCE_F16_TEXTURES', false);
  env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', pooledTextureBytes);
  // Small tensors would be computed on the processor as long as they are there, so in other bits before a read than after.
  env().set('WEBGL_CPU_FORWARD', false);
  // A read is asked for when all is done (queue.ts). tfjs's own wait for a fence never ends where the context is lost meanwhile.
  env().set('WEBGL_FENCE_API_ENABLED', false);
  env().set('WEBGL_DISJOINT_QUERY_TIMER_EXTENSION_VERSION', 0);
  // What tfjs sets on contexts that it opens itself, as far as it is not the default.
  gl.disable(gl.DITHER);
  gl.enable(gl.SCISSOR_TEST);
  gl.enable(gl.CULL_FACE);
  const context = { backend: new MathBackendWebGL(new GPGPUContext(gl)), gl, device };
  canvas.addEventListener('webglcontextlost', () => {
    if (shared === context) shared = null;
  });
  return context;
}
