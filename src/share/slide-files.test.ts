import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaults } from '../experiment/parameters';
import { ProblemError } from '../problems/problem';
import { copyPicture, parameterLine } from './slide-files';

afterEach(() => void vi.unstubAllGlobals());
const problem = (kind: string) => expect.objectContaining({ problem: { kind } });
const make = () => Promise.reject(new ProblemError({ kind: 'cannot-paint' }));

describe('a picture for the clipboard', () => {
  it('says where the browser has none', async () => {
    vi.stubGlobal('navigator', {});
    await expect(copyPicture(make)).rejects.toThrow(problem('no-clipboard'));
  });

  it('says where the browser refuses, and first what the picture itself failed of', async () => {
    vi.stubGlobal('ClipboardItem', vi.fn());
    const write = () => Promise.reject(new DOMException('not allowed', 'NotAllowedError'));
    vi.stubGlobal('navigator', { clipboard: { write } });
    await expect(copyPicture(make)).rejects.toThrow(problem('cannot-paint'));
    const context = new Proxy(
      { getImageData: (_x: number, _y: number, w: number, h: number) => ({ width: w, height: h, data: blue(w * h) }) },
      { get: (known, name) => known[name as never] ?? (() => {}), set: () => true },
    );
    vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
    const sheet = { size: { width: 16, height: 9 }, theme: {}, scenes: [], pictures: [], texts: [] };
    await expect(copyPicture(() => Promise.resolve(sheet as never))).rejects.toThrow(problem('clipboard-refused'));
  });
});

const blue = (pixels: number) => {
  const data = new Uint8ClampedArray(4 * pixels);
  for (let i = 0; i < data.length; i += 4) data.set([0x3c, 0x78, 0xb4, 255], i);
  return data;
};

it('a run is told by its three sliders and what is not usual', () => {
  expect(parameterLine({ ...defaults, seed: 5, sigma: 0.4 })).toBe('2K = 6,  σ = 0.4,  m = 64,  seed = 5');
});
