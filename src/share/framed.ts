import { part } from '../loading/part';
import type { App } from '../store/app';
import { connect } from './embed';
import { forwardKeys } from './keys';
import { forwardSwipes } from './swipes';
import type { TakeImages, TakeSnapshot } from './messages';
import { watchVisibility } from './visibility';

/** Loaded when the first picture is asked for, or images are handed over; the answer says where it cannot be. */
const figureFiles = part(() => import('./figure-files'), { said: true, forActs: true }),
  imagesTaken = part(() => import('./take-images'), { said: true, forActs: true });

/** Everything that a page does only inside another. @param figuresTitle names the picture of the three ranks. */
export function liveInFrame(app: App, view: Window & typeof globalThis, figuresTitle: () => Promise<string>): void {
  const takeSnapshot: TakeSnapshot = async (panel, format) =>
    (await figureFiles()).createSnapshots(figuresTitle)(panel, format);
  watchVisibility(app, view);
  const takeImages: TakeImages = async (files) => (await imagesTaken()).createTakeImages(app)(files);
  const { tellKey } = connect(app, view, takeSnapshot, takeImages);
  forwardKeys(view, tellKey);
  forwardSwipes(view, tellKey);
}
