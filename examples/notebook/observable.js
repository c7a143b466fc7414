// A cell of an Observable notebook: paste it, and give it the address of a hosted copy of the page.
viewof rank = {
  const page = 'http://localhost:4174/dist/';
  const { createEmbed } = await import(`${page}embed.js`);
  const place = html`<div style="height: 520px"></div>`;
  const embed = createEmbed(place, { src: `${page}index.html`, parameters: { sigma: 0.3 } });
  invalidation.then(() => embed.destroy());
  // Other cells read `rank.metrics.filters.stableRank`, and follow it.
  embed.on('state', (state) => {
    place.value = state;
    place.dispatchEvent(new Event('input'));
  });
  return place;
}
