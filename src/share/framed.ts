import type { App } from '../store/app';
import { connect } from './embed';
import { forwardKeys } from './keys';
import type { TakeSnapshot } from './messages';
import { watchVisibility } from './visibility';

// Its code is loaded when the first picture is asked for.
const takeSnapshot: TakeSnapshot = async (panel, format) => (await import('./figure-files')).takeSnapshot(panel, format);

/** Everything that a page does only inside another. */
export function liveInFrame(app: App, view: Window & typeof globalThis): void {
  watchVisibility(app, view);
  const { tellKey } = connect(app, view, takeSnapshot);
  forwardKeys(view, tellKey);
}
