import { expect, test } from 'vitest';
import { isSoftwareRenderer } from './software-renderer';

test.each([
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'llvmpipe (LLVM 17.0.6, 256 bits)',
  'Mesa/X.org, softpipe',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)',
  'ANGLE (Microsoft, WARP Direct3D11)',
])('%s draws on the processor', (name) => expect(isSoftwareRenderer(name)).toBe(true));

test.each([
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11)',
  'Apple GPU',
  'Mali-G78',
  'Adreno (TM) 650',
  'Warped GPU 3000',
  '',
])('"%s" does not', (name) => expect(isSoftwareRenderer(name)).toBe(false));
