import type { NoGpu, Reason } from '../../../problems/device';
import { BackendUnavailableError } from '../../trainer';
import { isSoftwareRenderer } from './software-renderer';

/** A bare WebGL 2 context that renders in single precision. This file needs no tfjs, so a page can ask before it loads any. */
export interface Gpu {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly gl: WebGL2RenderingContext;
  /** Renderer as the driver names it, for instance 'ANGLE (NVIDIA …)'. */
  readonly device: string;
}

/** What a trial of WebGL would run on; `reason` says why not to run it. */
export type GpuProbe =
  | { readonly status: 'usable'; readonly device: string }
  | { readonly status: 'software' | 'unavailable'; readonly device: string; readonly reason: Reason };

let probed: GpuProbe | null = null;

/** Looks once whether this thread has a GPU to train on, and gives the context back at once. */
export function probeGpu(): GpuProbe {
  return (probed ??= look());
}

function look(): GpuProbe {
  const found = find();
  if ('kind' in found) return { status: 'unavailable', device: '', reason: found };
  const { gl, device } = found;
  giveBack(gl);
  return isSoftwareRenderer(device)
    ? { status: 'software', device, reason: { kind: 'emulated' } }
    : { status: 'usable', device };
}

/** @throws BackendUnavailableError without WebGL 2 or without float32 render targets. */
export function openGpu(): Gpu {
  const found = find();
  if ('kind' in found) throw new BackendUnavailableError(found);
  return found;
}

function find(): Gpu | NoGpu {
  const canvas = makeCanvas();
  const gl = canvas?.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    powerPreference: 'high-performance',
  }) as WebGL2RenderingContext | null | undefined;
  if (!canvas || !gl || gl.isContextLost()) return { kind: 'no-webgl' };
  if (!rendersFloat32(gl)) {
    giveBack(gl);
    return { kind: 'half-precision' };
  }
  return { canvas, gl, device: rendererName(gl) };
}

/** Loses the context for good: browsers keep about 16 a page and would drop the oldest, wanted or not. */
export function giveBack(gl: WebGL2RenderingContext): void {
  gl.getExtension('WEBGL_lose_context')?.loseContext();
}

function makeCanvas(): OffscreenCanvas | HTMLCanvasElement | null {
  if (typeof document !== 'undefined') return document.createElement('canvas');
  return typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1);
}

/** Half-precision targets, all that some phones have, lose small gradients; some drivers list the extension and still refuse. */
function rendersFloat32(gl: WebGL2RenderingContext): boolean {
  const shaderBits = gl.getShaderPrecisionFormat(gl.FRAGMENT_SHADER, gl.HIGH_FLOAT)?.precision ?? 0;
  if (shaderBits < 23 || !gl.getExtension('EXT_color_buffer_float')) return false;
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

/** Chromium and Safari keep the name behind an extension; Firefox gives it outright and warns of the extension. */
function rendererName(gl: WebGL2RenderingContext): string {
  const plain = String(gl.getParameter(gl.RENDERER) ?? '');
  if (plain && !/^webkit webgl$/i.test(plain)) return plain;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL) ?? plain) : plain;
}
