import { useSyncExternalStore } from 'react';
import type { PanelName } from '../experiment/parameters';

/** Panels that a step of the tour speaks of. */
let told: readonly PanelName[] = [];
const listeners = new Set<() => void>();

const listen = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** Marks the panels that a step of the tour speaks of, also those that come later; none where the step is left. */
export function tellOf(panels: readonly PanelName[]): void {
  told = panels;
  listeners.forEach((changed) => changed());
}

/** Whether the tour speaks of a panel. */
export const useMarked = (name: PanelName): boolean =>
  useSyncExternalStore(
    listen,
    () => told.includes(name),
    () => false,
  );

/** What a panel's element says of itself, to scripts and style sheets: its name, and whether the tour speaks of it. */
export function usePanelMark(name: PanelName): { 'data-panel': PanelName; 'data-marked': '' | undefined } {
  const marked = useMarked(name);
  return { 'data-panel': name, 'data-marked': marked ? '' : undefined };
}
