import { expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import { stateAtEnd } from '../../store/testing-runs';
import { show } from '../../ui/testing/render';
import { Tiles } from './panel';

async function filters(sigma: number): Promise<string[]> {
  const { container, unmount } = await show(<Tiles visible />, { state: await stateAtEnd({ ...defaults, sigma }) });
  const said = [...container.querySelectorAll('.point-grid button')].map(({ textContent }) => textContent);
  unmount();
  return said;
}

it('at the default experiment every filter follows a signal vector of its own class or stayed short, and noise beyond σ*', async () => {
  const said = await filters(defaults.sigma);
  expect(said).toHaveLength(128);
  const following = said.filter((text) => /Filter \d+ of class [+−]1 follows [uv][₁₂₃]\./.test(text));
  const idle = said.filter((text) => text.includes('stayed short'));
  expect(following.length).toBeGreaterThan(40);
  // Class +1 follows u, class −1 v: a filter that helps the other class would be taken down.
  expect(following.every((text) => /class \+1 follows u|class −1 follows v/.test(text))).toBe(true);
  expect(following.length + idle.length).toBeGreaterThan(120);

  const beyond = await filters(0.5);
  expect(beyond.filter((text) => text.includes('follows no signal vector')).length).toBeGreaterThan(64);
});
