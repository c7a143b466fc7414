/** The page as slides. */
export const presenting = {
  label: 'Presentation',
  own: 'On the page',
  run: (letter: string) => `Run ${letter}`,
  count: (at: number, of: number) => `${at} / ${of}`,
  back: 'Slide before',
  next: 'Next slide',
  keys: 'Keys',
  leave: 'Leave',
  /** What the keys do. */
  does: {
    next: 'next slide',
    back: 'slide before',
    ends: 'first, last slide',
    play: 'play, pause',
    restart: 'train again',
    blank: 'black screen',
    full: 'full screen',
    keys: 'these keys',
    leave: 'leave',
  },
};
