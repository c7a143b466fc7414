const softwareRenderers = /swiftshader|llvmpipe|softpipe|software rasterizer|basic render|\bwarp\b/i;

/**
 * Whether a WebGL renderer's name says that it draws on the processor: correct, but no gain over the other backends.
 * Names as browsers report them: SwiftShader (Chromium), llvmpipe and softpipe (Mesa), Microsoft Basic Render Driver
 * and WARP (Windows), Apple Software Renderer's rasterizer.
 */
export function isSoftwareRenderer(name: string): boolean {
  return softwareRenderers.test(name);
}
