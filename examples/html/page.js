import { createEmbed } from '../../dist/embed.js';

const at = (id) => document.getElementById(id);
const embed = createEmbed(at('figure'), {
  src: '../../dist/index.html',
  parameters: { sigma: 0.2, show: ['figures', 'data', 'filters'] },
});

embed.on('state', ({ status, step, parameters, metrics }) => {
  const rank = (values) => values?.stableRank.toFixed(1) ?? '–';
  at('said').textContent =
    `${status}, step ${step}, σ = ${parameters.sigma}: noisy data ${rank(metrics.data)}, filters ${rank(metrics.filters)}`;
});

await embed.ready;
at('less').onclick = () => embed.set({ sigma: 0.1 });
at('more').onclick = () => embed.set({ sigma: 0.4 });
at('picture').onclick = async () => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(await embed.snapshot('filters', 'svg'))}`;
  image.alt = 'Singular values of the filters';
  at('pictures').replaceChildren(image);
};
