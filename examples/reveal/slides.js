import Reveal from '../../node_modules/reveal.js/dist/reveal.mjs';
import { createEmbed } from '../../dist/embed.js';

const deck = new Reveal({ hash: true, width: 1100, height: 640, margin: 0.02, preloadIframes: false });

/** One embed for each frame, made when its slide has given it an address. */
const embeds = new Map();
function embedOf(frame) {
  if (!embeds.has(frame)) {
    const embed = createEmbed(frame);
    // Keys that the figure does not use turn the pages.
    embed.on('key', ({ key, code }) =>
      document.dispatchEvent(new KeyboardEvent('keydown', { key, code, keyCode: keyCodes[key] ?? 0, bubbles: true })),
    );
    embeds.set(frame, embed);
  }
  return embeds.get(frame);
}
/** reveal.js still goes by key codes. */
const keyCodes = {
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  Home: 36,
  End: 35,
  Escape: 27,
};

const framesOf = (slide) => [...(slide?.querySelectorAll('iframe[src]') ?? [])];
deck.on('slidechanged', ({ currentSlide, previousSlide }) => {
  // A frame that is left is unloaded, and made anew when its slide comes back.
  for (const frame of framesOf(previousSlide)) {
    embeds.get(frame)?.destroy();
    embeds.delete(frame);
  }
  // Its frames are given their addresses after this event.
  setTimeout(() => framesOf(currentSlide).forEach(embedOf));
});

/** The parameters that the last fragment in sight asks for; those of the frame's own link before the first. */
function setNoise(slide) {
  const [frame] = framesOf(slide);
  const last = [...slide.querySelectorAll('.fragment.visible[data-set]')].at(-1);
  if (frame) embedOf(frame).set(last ? JSON.parse(last.dataset.set) : { sigma: 0 });
}
for (const event of ['fragmentshown', 'fragmenthidden'])
  deck.on(event, ({ fragment }) => fragment.dataset.set && setNoise(fragment.closest('section')));

await deck.initialize();
for (const frame of framesOf(deck.getCurrentSlide())) embedOf(frame);
