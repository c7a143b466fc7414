import { scrollBehaviour } from '../ui/motion';

/** Brings a panel of the page into sight; at once where motion is not wanted. */
export function goToPanel(name: string): void {
  document.querySelector(`[data-panel="${name}"]`)?.scrollIntoView({ behavior: scrollBehaviour(), block: 'start' });
}
