/** Sent to a panel that is to be drawn though nobody sees it, for a file; the second lets it go back to sleep. */
export const wakeEvent = 'panel-wake', restEvent = 'panel-rest';
