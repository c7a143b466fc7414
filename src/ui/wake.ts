/** Sent to a panel that is to be drawn though nobody sees it, for a file; the second lets it go back to sleep. */
export const wakeEvent = 'panel-wake',
  restEvent = 'panel-rest';

/** Wakes a panel. While it is awake it has the attribute `data-awake`, by which the style sheet has it laid out. */
export function wake(panel: Element): void {
  panel.toggleAttribute('data-awake', true);
  panel.dispatchEvent(new Event(wakeEvent));
}

export function rest(panel: Element): void {
  panel.toggleAttribute('data-awake', false);
  panel.dispatchEvent(new Event(restEvent));
}
