import type { PanelName } from '../experiment/parameters';

/** What lies below the first figure; loaded after it. */
export default function Exploration(_: { shown(name: PanelName): boolean }) {
  return null;
}
