import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NumberField } from './number-field';
import { show } from './testing/render';

const range = { min: 5, max: 15, step: 1, integer: true, default: 10 };
const field = () => screen.getByRole<HTMLInputElement>('spinbutton');

it('keeps its value where what is typed is no number, and says so until it is answered', async () => {
  const onEnter = vi.fn();
  const { user } = await show(<NumberField says range={range} value={7} onEnter={onEnter} />);
  await user.clear(field());
  await user.type(field(), 'ten{Enter}');
  expect(onEnter.mock.calls).toEqual([['ten', 7]]);
  expect(field().value).toBe('7');
  expect(screen.getByRole('status').textContent).toBe('“ten” is not a number; 7 is used.');
  await user.clear(field());
  await user.type(field(), '8,4{Enter}');
  expect(onEnter.mock.lastCall).toEqual(['8.4', 8]);
  expect(screen.getByRole('status').textContent).toContain('8 is used');
  await user.keyboard('{ArrowUp}');
  expect(onEnter.mock.lastCall).toEqual(['8', 8]);
  expect(screen.queryByRole('status')).toBeNull();
});

it('brings up keys for its numbers, and is drawn with its range', async () => {
  await show(<NumberField range={range} value={7} onEnter={() => {}} />);
  expect(field().inputMode).toBe('numeric');
  expect([field().type, ...['now', 'min', 'max'].map((each) => field().getAttribute(`aria-value${each}`))]).toEqual([
    'text',
    '7',
    '5',
    '15',
  ]);
});
