import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { withEmbeddings } from '../../store/testing-runs';
import { endOf, seen, show, withRun } from '../../ui/testing/render';
import { Depth } from './panel';

const chart = () => screen.getByRole('img');
const described = () => chart().querySelector('desc')!.textContent;
const deep = 'net=deep&depth=4&m=4&lr=15&steps=40';

describe('rank by depth', () => {
  it('has images and every layer, with noise and without', async () => {
    await show(<Depth visible />, { state: await withEmbeddings(await endOf(deep)) });
    expect(chart().getAttribute('aria-label')).toBe('Rank by depth');
    expect(described()).toMatch(
      /^After 40 steps, stable rank with noise and without: x [\d.]+ and 4\.0, h₁ .+, h₂ .+, h₃ [\d.]+ and [\d.]+\.$/,
    );
    for (const text of ['images', 'layer 1', 'noisy, untrained', 'a row a patch'])
      expect(chart().textContent).toContain(text);
  });

  it('of the two-layer network ends at its filters', async () => {
    await show(<Depth visible />, { state: await withEmbeddings(await endOf()) });
    expect(described()).toMatch(/: x [\d.]+ and [\d.]+, h₁ [\d.]+ and [\d.]+\.$/);
  });

  it('of a transformer has tokens, what attention reads and what the head sees', async () => {
    await show(<Depth visible />, { state: await withEmbeddings(await endOf('net=transformer&m=16')) });
    for (const text of ['tokens', 'attention', 'output']) expect(chart().textContent).toContain(text);
  });

  it('says that images are on their way before there is an answer', async () => {
    await show(<Depth visible />);
    expect(screen.getByText('Putting the images through the network …')).toBeTruthy();
  });

  it('is of the step that was asked, and of the images as they are chosen', async () => {
    const state = await endOf();
    const { set } = await show(<Depth visible />, { state: await withEmbeddings(withRun(state, { cursor: 0 })) });
    expect(described()).toMatch(/^Before training/);
    set(await withEmbeddings(seen(state, { matrix: 'image', rank: 'numerical' })));
    expect(chart().textContent).toContain('numerical rank of what images become, a row an image');
  });

  it('opens as a table with a row for every depth', async () => {
    const { user } = await show(<Depth visible />, { state: await withEmbeddings(await endOf(deep)) });
    await user.click(screen.getByRole('button', { name: /^Numbers/ }));
    const rows = within(await screen.findByRole('dialog')).getAllByRole('row');
    expect(rows.map((row) => row.firstElementChild!.textContent)).toEqual([
      'embedding',
      'x, images',
      'h₁, layer 1',
      'h₂, layer 2',
      'h₃, layer 3',
    ]);
  });
});
