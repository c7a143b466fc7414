import { linkSync, mkdirSync, openSync, closeSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { randomStream } from '../../src/images/random';

/** Different photographs of a class; the others are the same under other names, and read all the same. */
const different = 3;

/** An EXIF block that says that a photograph was taken upright: stored lying, to be turned by a quarter. */
const turned = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010006000000000000', 'hex');

/**
 * Folders `cat` and `dog` with `perClass` JPEG photographs of 4000 × 3000 pixels each, drawn and encoded by the browser.
 * @returns bytes of all.
 */
export async function makePhotographs(page: Page, folder: string, perClass: number): Promise<number> {
  let bytes = 0;
  for (const [c, name] of ['cat', 'dog'].entries()) {
    mkdirSync(join(folder, name), { recursive: true });
    for (let i = 0; i < perClass; i++) {
      const path = join(folder, name, `${String(i).padStart(3, '0')}.jpg`);
      const first = join(folder, name, `${String(i % different).padStart(3, '0')}.jpg`);
      if (i >= different) {
        linkSync(first, path);
        continue;
      }
      const jpeg = Buffer.from(await page.evaluate(drawn, [c, i] as const), 'base64');
      // Between the start of the picture and its first header.
      const photograph = Buffer.concat([jpeg.subarray(0, 2), turned, jpeg.subarray(2)]);
      writeFileSync(path, photograph);
      bytes += photograph.length * Math.ceil((perClass - i) / different);
    }
  }
  return bytes;
}

/** A scene with the grain of a sensor, as JPEG in base64. In the page. */
async function drawn([c, i]: readonly [number, number]): Promise<string> {
  const [width, height] = [4000, 3000];
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  const sky = context.createLinearGradient(0, 0, c === 0 ? width : 0, c === 0 ? 0 : height);
  sky.addColorStop(0, `hsl(${40 + 60 * i} 60% 70%)`);
  sky.addColorStop(1, `hsl(${200 + 40 * i} 50% 30%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  const picture = context.getImageData(0, 0, width, height);
  let state = 1 + 7 * c + i;
  for (let at = 0; at < picture.data.length; at += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const grain = (state >>> 27) - 16;
    for (let k = 0; k < 3; k++) picture.data[at + k]! += grain;
  }
  context.putImageData(picture, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve((reader.result as string).split(',')[1]!));
    reader.readAsDataURL(blob);
  });
}

/** One binary batch of CIFAR-10 of about so many megabytes: ten classes, each a tint among noise. */
export function makeBatch(path: string, megabytes: number): void {
  const record = 3073,
    count = Math.floor((megabytes * 1e6) / record);
  const { uint32 } = randomStream(1, 'batch');
  const noise = Uint8Array.from({ length: record + 65_536 }, () => uint32() % 200);
  const file = openSync(path, 'w');
  for (let i = 0; i < count; i++) {
    const image = noise.slice(i % 65_521, (i % 65_521) + record).map((value) => value + 5 * (i % 10));
    image[0] = i % 10;
    writeSync(file, image);
  }
  closeSync(file);
}
