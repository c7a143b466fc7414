import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../store/state';
import { rankOfValues } from '../../store/views/ranks';
import { endOf, seen, show, small, withRun } from '../../ui/testing/render';
import { Layers } from './panel';

const chart = () => screen.getByRole('img');
const described = () => chart().querySelector('desc')!.textContent;
const deep = 'net=deep&depth=4&m=4&lr=15&steps=40';

describe('the layers', () => {
  it('have a spectrum for every weight matrix, each with all four ranks', async () => {
    const state = await endOf(deep);
    await show(<Layers visible />, { state });
    expect(chart().getAttribute('aria-label')).toBe('Singular values of every weight matrix');
    const text = chart().textContent;
    for (const title of ['Filters W₁, 8 × 16', 'Layer W₂, 8 × 8', 'Layer W₃, 8 × 8']) expect(text).toContain(title);
    for (const { singularValues } of state.run.latest!.matrices)
      expect(text).toContain(`stable ${rankOfValues(singularValues, 'stable').toFixed(1)}`);
    for (const rank of ['effective', 'numerical', 'energy']) expect(text.match(new RegExp(rank, 'g'))).toHaveLength(3);
    expect(described()).toMatch(/^After 40 steps, stable rank of each weight matrix: Filters W₁ \d/);
  });

  it('of the two-layer network are its filters alone', async () => {
    await show(<Layers visible />);
    expect(chart().textContent).toContain('Filters W, 8 × 16');
    expect(chart().textContent).toContain('2K = 4');
  });

  it('follow the cursor on an axis that rests', async () => {
    const state = await endOf(deep);
    const { set } = await show(<Layers visible />, { state });
    const ticks = () =>
      [...chart().querySelectorAll('[data-layer="y-ticks"] text, .y-ticks text')].map((t) => t.textContent);
    const [end, axis] = [described(), ticks()];
    set(withRun(state, { cursor: 0 }));
    expect(described()).toMatch(/^Before training/);
    expect(described()).not.toBe(end);
    expect(ticks()).toEqual(axis);
  });

  it('say the chosen rank', async () => {
    const { set } = await show(<Layers visible />);
    set(seen(await endOf(), { rank: 'numerical' }));
    expect(described()).toMatch(/numerical rank of each weight matrix: Filters W \d+\.$/);
  });

  it('open as a table: every singular value, now and at initialisation', async () => {
    const { user } = await show(<Layers visible />, { state: await endOf(deep) });
    await user.click(screen.getByRole('button', { name: /^Numbers/ }));
    const rows = within(await screen.findByRole('dialog')).getAllByRole('row');
    expect(rows).toHaveLength(1 + 8);
    expect(rows[0]!.children).toHaveLength(1 + 2 * 3);
  });

  it('write out the value under the pointer', async () => {
    await show(<Layers visible />);
    fireEvent.pointerMove(chart(), { clientX: 300, clientY: 120 });
    fireEvent.pointerLeave(chart());
    expect(described()).toMatch(/^After/);
  });

  it('say that there is nothing yet before there is', async () => {
    await show(<Layers visible />, { state: initialState(small(), []) });
    expect(screen.getByText('There are no weights yet.')).toBeTruthy();
  });
});
