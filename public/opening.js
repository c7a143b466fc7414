// index.html opens with the claim in English, as it stands without parameters, before the page itself is there. A link that
// says more, a frame and a browser in another language wait for the page instead (hero.css).
if (
  location.hash.length > 1 ||
  location.search !== '' ||
  window.parent !== window ||
  !/^en\b/i.test(navigator.language)
)
  document.documentElement.dataset.opening = 'none';

// Where the page does not start, nothing of its own can say so. What is shown goes with the rest when it starts after all.
const patience = 15000;
const sayNotStarted = () => {
  const words = document.getElementById('not-started');
  if (!words) return;
  words.hidden = false;
  words.querySelector('button').addEventListener('click', () => location.reload());
};
// Without its style the page would start, and look like none: it is asked for again a few times, and when the line is back.
const pauses = [500, 2000, 6000];
let styles = 0;
const askForStyle = (link) => {
  const again = link.cloneNode();
  styles += 1;
  again.setAttribute('href', link.getAttribute('href').split('?')[0] + '?again=' + styles);
  link.replaceWith(again);
};
const isOwn = (address) => typeof address === 'string' && new URL(address, location.href).host === location.host;
window.addEventListener(
  'error',
  ({ target, filename }) => {
    if (target.dataset && target.dataset.first !== undefined) {
      if (styles < pauses.length) setTimeout(askForStyle, pauses[styles], target);
      else window.addEventListener('online', () => askForStyle(target), { once: true });
      return;
    }
    // A script that does not come has no message, one that this browser cannot read or run has; others’ scripts have neither.
    if (!isOwn(target.tagName === 'SCRIPT' ? target.src : filename || null)) return;
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', sayNotStarted);
    else sayNotStarted();
  },
  true,
);
setTimeout(sayNotStarted, patience);
