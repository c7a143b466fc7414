import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import {
  BufferTarget,
  canEncodeVideo,
  CanvasSource,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';
import { ProblemError } from '../problems/problem';

export const movingFormats = ['mp4', 'webm', 'gif'] as const;
export type MovingFormat = (typeof movingFormats)[number];

/** Takes what a canvas shows, picture by picture, and makes a file of it. */
export interface Recorder {
  /** Adds what the canvas shows now. @param frames for so many frames of `framesPerSecond`. */
  add(frames: number): Promise<void>;
  /** The file. */
  finish(): Promise<Blob>;
  /** Gives up, and lets go of the encoder. */
  cancel(): Promise<void>;
}

export const framesPerSecond = 24;
/** A GIF's longer side at most, in pixels: each of its pictures is written anew, and most programs play no more smoothly. */
export const gifSide = 960;
const gifFramesPerSecond = 12;

/** What programs play everywhere comes first. H.264 alone in MP4, as the others play in browsers only. */
const codecs: Readonly<Record<'mp4' | 'webm', readonly VideoCodec[]>> = { mp4: ['avc'], webm: ['vp9', 'vp8', 'av1'] };

/** @throws ProblemError where the browser cannot encode this format at the canvas's size. */
export function createRecorder(canvas: HTMLCanvasElement, format: MovingFormat): Promise<Recorder> {
  return format === 'gif' ? Promise.resolve(gifRecorder(canvas)) : videoRecorder(canvas, format);
}

async function videoRecorder(canvas: HTMLCanvasElement, format: 'mp4' | 'webm'): Promise<Recorder> {
  const { width, height } = canvas;
  let codec: VideoCodec | undefined;
  for (const each of typeof VideoEncoder === 'undefined' ? [] : codecs[format])
    if (!codec && (await canEncodeVideo(each, { width, height, bitrate: QUALITY_HIGH }))) codec = each;
  if (!codec) throw new ProblemError({ kind: 'no-video' });
  const target = new BufferTarget();
  const output = new Output({
    format: format === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat(),
    target,
  });
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH, latencyMode: 'realtime' });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  let at = 0;
  return {
    async add(frames) {
      for (let i = 0; i < frames; i++) await source.add(at++ / framesPerSecond, 1 / framesPerSecond);
    },
    async finish() {
      await output.finalize();
      if (!target.buffer) throw new ProblemError({ kind: 'no-room' });
      return new Blob([target.buffer], { type: `video/${format}` });
    },
    cancel: () => output.cancel(),
  };
}

function gifRecorder(canvas: HTMLCanvasElement): Recorder {
  const gif = GIFEncoder();
  const { width, height } = canvas;
  /** In seconds: how long is to be shown, and how long is. */
  let meant = 0,
    written = 0;
  return {
    async add(frames) {
      meant += frames / framesPerSecond;
      // Pictures that come too fast for a GIF are left out, and what they took is shown by the next.
      if (meant - written < 0.999 / gifFramesPerSecond) return;
      const context = canvas.getContext('2d');
      if (!context) throw new ProblemError({ kind: 'cannot-paint' });
      const { data } = context.getImageData(0, 0, width, height);
      const palette = quantize(data, 128, { format: 'rgb444' });
      const delay = 10 * Math.round(100 * (meant - written));
      gif.writeFrame(applyPalette(data, palette, 'rgb444'), width, height, { palette, delay });
      written += delay / 1000;
      // The page stays alive meanwhile.
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    },
    async finish() {
      gif.finish();
      return new Blob([gif.bytes()], { type: 'image/gif' });
    },
    async cancel() {},
  };
}
