/** Sent to a panel that is to be drawn though nobody sees it, for a file; the second lets it go back to sleep. In between it has the attribute `data-awake`, for the style sheet. */
export const wakeEvent = 'panel-wake', restEvent = 'panel-rest';
