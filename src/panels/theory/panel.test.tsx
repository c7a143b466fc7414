import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { testEngine } from '../../store/testing-runs';
import type { AppState } from '../../store/state';
import { answered, endOf, seen, show, unanswered, withRun } from '../../ui/testing/render';
import { Theory } from './panel';

/** In a frame nothing of it is folded. */
const room = 600;

const term = (id: string) => document.querySelector(`[data-term="${id}"]`)!.textContent;
const row = (name: RegExp) => screen.getByRole('row', { name });

async function whole(state?: AppState): Promise<AppState> {
  const at = state ?? (await endOf());
  return answered(at, 'otherMatrix', await testEngine.spectrum({ experiment: { ...at.experiment, matrix: 'image' } }));
}

describe('theory', () => {
  it('is told number by number, with what was measured', async () => {
    await show(<Theory visible />, { room, state: await whole() });
    expect(term('critical')).toMatch(/^0\.\d{3}$/);
    expect(term('predicted')).toMatch(/^\d+\.\d$/);
    expect(document.querySelector('[data-found="measured"]')!.textContent).toMatch(/^\d+\.\d$/);
    expect(term('share')).toMatch(/%$/);
  });

  it('has every notion of rank of every matrix, the chosen one marked', async () => {
    await show(<Theory visible />, { room, state: seen(await whole(), { rank: 'effective' }) });
    const table = screen.getByRole('table', { name: 'Every notion of rank, of every matrix' });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 6);
    expect(table.querySelector('th[aria-current="true"]')!.textContent).toBe('Effective rankchosen');
    for (const each of within(table).getAllByRole('row').slice(1))
      expect(within(each).getAllByRole('cell')).toHaveLength(5);
    expect(row(/^Filters now/).textContent).toMatch(/8 × 16$/);
    expect(row(/^Noisy data, image matrix/).textContent).toMatch(/16 × 32$/);
  });

  it('computes the other matrix when it is asked for', async () => {
    const { app } = await show(<Theory visible />, { room });
    expect(app.watch).toHaveBeenLastCalledWith('theory', 'seen');
    expect(row(/^Noisy data, image matrix/).textContent).toContain('computing …');
  });

  it('waits for the run before it asks for more', async () => {
    await show(<Theory visible />, { room, state: withRun(await endOf(), { status: 'training' }) });
    expect(row(/^Noisy data, image matrix/).textContent).not.toContain('computing …');
  });

  it('that could not be computed says why, and tries again', async () => {
    const { app, user } = await show(<Theory visible />, {
      room,
      state: unanswered(await endOf(), 'otherMatrix', { kind: 'no-memory', megabytes: 700 }),
    });
    expect(screen.getByRole('alert').textContent).toContain('700');
    expect(row(/^Noisy data, image matrix/).textContent).toContain('not known');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(app.retry).toHaveBeenCalledOnce();
  });

  it('marks what belongs to the settings before the last change', async () => {
    const { set, app } = await show(<Theory visible />, { room, state: await whole() });
    set({ experiment: { ...app.store.getState().experiment, sigma: 0.6 } });
    expect(row(/^Noisy data, patch matrix/).className).toBe('stale');
    expect(row(/^Noisy data, patch matrix/).textContent).toContain('(before the last change)');
  });

  it('is in Chinese where the page is', async () => {
    await show(<Theory visible />, { room, language: 'zh' });
    expect(screen.getByRole('table').textContent).toMatch(/[\u4e00-\u9fff]/);
  });
});
