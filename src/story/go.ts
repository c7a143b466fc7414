/** Brings a panel of the page into sight; at once where motion is not wanted. */
export function goToPanel(name: string): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document.querySelector(`[data-panel="${name}"]`)?.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
}

/** Brings the two spectra into sight, with the sliders above them. */
export function goToFigure(): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollTo({ top: 0, behavior: still ? 'auto' : 'smooth' });
}
