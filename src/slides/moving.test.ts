import { GifReader } from 'omggif';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createRecorder, framesPerSecond } from './moving';

const [width, height] = [8, 6];
/** A canvas that shows one colour, as far as a recorder asks. */
function canvasOf(colour: () => readonly number[]): HTMLCanvasElement {
  const data = () => Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => colour()[i % 4]!);
  return { width, height, getContext: () => ({ getImageData: () => ({ data: data() }) }) } as never;
}

afterEach(() => void vi.unstubAllGlobals());

describe('a GIF', () => {
  it('is as long as it was meant to be, whatever its pictures take, and has their colours', async () => {
    let red = 0;
    const recorder = await createRecorder(
      canvasOf(() => [red, 64, 0, 255]),
      'gif',
    );
    const shots = [1, 1, 3, 1, 1, 7, 1, 1, framesPerSecond];
    for (const frames of shots) {
      red += 24;
      await recorder.add(frames);
    }
    const bytes = new Uint8Array(await (await recorder.finish()).arrayBuffer());
    const gif = new GifReader(bytes);
    expect([gif.width, gif.height]).toEqual([width, height]);
    const delays = Array.from({ length: gif.numFrames() }, (_, i) => gif.frameInfo(i).delay / 100);
    const meant = shots.reduce((sum, frames) => sum + frames, 0) / framesPerSecond;
    expect(delays.reduce((sum, delay) => sum + delay, 0)).toBeCloseTo(meant, 1);
    // Browsers show what is to go faster than this slowly.
    expect(Math.min(...delays)).toBeGreaterThan(0.05);
    const pixels = new Uint8Array(4 * width * height);
    gif.decodeAndBlitFrameRGBA(gif.numFrames() - 1, pixels);
    expect(Math.abs(pixels[0]! - red)).toBeLessThan(16);
  });
});

describe('a video', () => {
  it.each(['mp4', 'webm'] as const)('says where the browser encodes none: %s', async (format) => {
    const none = expect.objectContaining({ problem: { kind: 'no-video' } });
    await expect(
      createRecorder(
        canvasOf(() => [0, 0, 0, 255]),
        format,
      ),
    ).rejects.toThrow(none);
    // One that knows of video, and refuses every codec.
    vi.stubGlobal('VideoEncoder', { isConfigSupported: () => Promise.resolve({ supported: false }) });
    await expect(
      createRecorder(
        canvasOf(() => [0, 0, 0, 255]),
        format,
      ),
    ).rejects.toThrow(none);
  });
});
