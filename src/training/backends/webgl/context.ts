import { env } from '@tensorflow/tfjs-core';
import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/webgl';
import { BackendUnavailableError, LostContextError } from '../../trainer';

/**
 * Bytes of textures above which tfjs deletes what is released instead of keeping it for the next draw of that shape.
 * Steps reuse their textures below it; a visitor who tries many shapes does not fill the GPU with leftovers.
 */
const pooledTextureBytes = 128 * 2 ** 20;

/** One WebGL2 context with its tfjs backend and compiled programs, shared by all trainers of this thread. */
export interface WebglContext {
  readonly backend: MathBackendWebGL;
  readonly gl: WebGL2RenderingContext;
  /** Renderer as the driver names it, for instance 'ANGLE (NVIDIA …)'. */
  readonly device: string;
}

let shared: WebglContext | null = null;

/**
 * The thread's context; a new one where there is none, or where the last one was lost.
 * @throws BackendUnavailableError without WebGL2 or without float32 render targets.
 */
export function acquireContext(): WebglContext {
  if (shared && shared.gl.isContextLost()) forget(shared);
  return (shared ??= open());
}

/** @throws LostContextError where the GPU was taken away: tfjs itself would go on with garbage. */
export function assertAlive(context: WebglContext): void {
  if (context.gl.isContextLost()) throw new LostContextError('The graphics processor was taken away from this page.');
}

/** Gives the context and all that was compiled for it back to the browser, which keeps about 16 a page. */
export function releaseWebgl(): void {
  if (!shared) return;
  const { backend, gl } = shared;
  forget(shared);
  backend.dispose();
  gl.getExtension('WEBGL_lose_context')?.loseContext();
}

/** Loses the context on purpose, as a driver's reset would: for tests and recovery checks. */
export function loseWebglContext(): void {
  shared?.gl.getExtension('WEBGL_lose_context')?.loseContext();
}

/** A lost context is never restored in place: its textures are gone, so the next trainer starts on a new canvas. */
function forget(context: WebglContext): void {
  if (shared === context) shared = null;
}

function open(): WebglContext {
  const canvas = makeCanvas();
  const gl = canvas?.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    powerPreference: 'high-performance',
  }) as WebGL2RenderingContext | null | undefined;
  if (!canvas || !gl) throw new BackendUnavailableError('This browser offers no WebGL 2 here.');
  requireFloat32(gl);

  // tfjs would make a canvas of its own, and refuse software renderers; it takes the one that it is handed.
  setWebGLContext(2, gl);
  env().set('WEBGL_VERSION', 2);
  env().set('WEBGL_FORCE_F16_TEXTURES', false);
  env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);
  env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', pooledTextureBytes);
  // The state that tfjs sets on contexts it opens itself, as far as it is not the default.
  gl.disable(gl.DITHER);
  gl.enable(gl.SCISSOR_TEST);
  gl.enable(gl.CULL_FACE);

  const context: WebglContext = { backend: new MathBackendWebGL(new GPGPUContext(gl)), gl, device: rendererName(gl) };
  canvas.addEventListener('webglcontextlost', () => forget(context));
  return context;
}

function makeCanvas(): OffscreenCanvas | HTMLCanvasElement | null {
  if (typeof document !== 'undefined') return document.createElement('canvas');
  return typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1);
}

/** Half-precision targets, all that some phones have, lose the signal within a few steps. */
function requireFloat32(gl: WebGL2RenderingContext): void {
  const fullShader = (gl.getShaderPrecisionFormat(gl.FRAGMENT_SHADER, gl.HIGH_FLOAT)?.precision ?? 0) >= 23;
  if (!fullShader || !gl.getExtension('EXT_color_buffer_float') || !canRenderFloat32(gl)) {
    gl.getExtension('WEBGL_lose_context')?.loseContext();
    throw new BackendUnavailableError('This graphics processor computes in half precision only, which is too coarse to train with.');
  }
}

/** Some drivers list the extension and still refuse the target. */
function canRenderFloat32(gl: WebGL2RenderingContext): boolean {
  const texture = gl.createTexture();
  const framebuffer = gl.createFramebuffer();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 1, 1);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.bindTexture(gl.TEXTURE_2D, null);
  gl.deleteFramebuffer(framebuffer);
  gl.deleteTexture(texture);
  return complete;
}

/** Chromium and Safari hide the name behind an extension; Firefox gives it outright and warns of the extension. */
function rendererName(gl: WebGL2RenderingContext): string {
  const plain = String(gl.getParameter(gl.RENDERER) ?? '');
  if (plain && !/^webkit webgl$/i.test(plain)) return plain;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL) ?? plain) : plain;
}
