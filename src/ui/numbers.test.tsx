import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NumbersButton } from './numbers-button';
import { show } from './testing/render';

const numbers = {
  name: 'Loss during training',
  description: 'The loss is 0.69 at the start and 0.10 at step 40.',
  table: () => ({
    head: ['step', 'loss'],
    rows: [
      ['0', '0.69'],
      ['40', '0.10'],
    ],
  }),
};

async function opened(of: typeof numbers = numbers) {
  const shown = await show(<NumbersButton {...of} />);
  await shown.user.click(screen.getByRole('button', { name: 'Numbers: Loss during training' }));
  return { ...shown, dialog: await screen.findByRole('dialog', { name: 'Loss during training' }) };
}

describe('a figure’s numbers', () => {
  it('open under its summary, as a table with heads', async () => {
    const { dialog } = await opened();
    expect(document.getElementById(dialog.getAttribute('aria-describedby')!)!.textContent).toBe(numbers.description);
    expect(
      within(dialog)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['step', 'loss']);
    expect(within(dialog).getByRole('row', { name: '40 0.10' })).toBeTruthy();
  });

  it('lie in a box that keys can scroll', async () => {
    const { dialog } = await opened();
    expect(within(dialog).getByRole('region', { name: 'Loss during training' }).tabIndex).toBe(0);
  });

  it('without a row are the summary alone', async () => {
    const { dialog } = await opened({ ...numbers, table: () => ({ head: [], rows: [] }) });
    expect(within(dialog).queryByRole('table')).toBeNull();
  });

  it('are in Chinese where the page is', async () => {
    await show(<NumbersButton {...numbers} />, { language: 'zh' });
    expect(screen.getByRole('button').getAttribute('aria-label')).toMatch(/^[\u4e00-\u9fff]/);
  });
});
