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
const isOwn = (address) => typeof address === 'string' && new URL(address, location.href).host === location.host;
window.addEventListener(
  'error',
  ({ target, filename }) => {
    // A script that does not come has no message, one that this browser cannot read or run has; others’ scripts have neither.
    if (!isOwn(target.tagName === 'SCRIPT' ? target.src : filename || null)) return;
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', sayNotStarted);
    else sayNotStarted();
  },
  true,
);
setTimeout(sayNotStarted, patience);
