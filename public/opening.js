// index.html opens with the claim in English, as it stands without parameters, before the page itself is there. A link that
// says more, a frame and a browser in another language wait for the page instead (hero.css).
if (
  location.hash.length > 1 ||
  location.search !== '' ||
  window.parent !== window ||
  !/^en\b/i.test(navigator.language)
)
  document.documentElement.dataset.opening = 'none';
