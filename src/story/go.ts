import { scrollBehaviour } from '../ui/motion';

/** Brings a panel of the page into sight, and opens it where it is folded; at once where motion is not wanted. */
export function goToPanel(name: string): void {
  const panel = document.querySelector(`[data-panel="${name}"]`);
  panel?.querySelector<HTMLDetailsElement>(':scope > details')?.toggleAttribute('open', true);
  panel?.scrollIntoView({ behavior: scrollBehaviour(), block: 'start' });
}
