import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { isStrongestFirst } from '../../store/views/stairs';
import { endOf, show } from '../../ui/testing/render';
import { Staircase } from './panel';

const described = () => screen.getByRole('img').querySelector('desc')!.textContent;

it('names singular values after the patterns that they belong to, in the order in which they rose', async () => {
  const state = await endOf('ratio=0.4&sigma=0.05&n=80&k=2&m=24&steps=400');
  await show(<Staircase visible />, { state });
  expect(described()).toMatch(/^Singular values .*: [uv]₁ at step \d+, [uv]₁ at step \d+/);
  const names = [...screen.getByRole('img').querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(names).toEqual(expect.arrayContaining(['u₁', 'v₁']));
});

it('says where there is none to name', async () => {
  await show(<Staircase visible />, { state: await endOf('net=dense') });
  expect(screen.getByText(/^Patterns are known of synthetic images alone/)).toBeTruthy();
});

it('knows a staircase by its pairs', () => {
  const rose = (...steps: number[]) => ({
    patterns: 4,
    points: [],
    risen: steps.flatMap((step, pattern) => (step > 0 ? [{ pattern, step }] : [])),
  });
  expect(isStrongestFirst(rose(12, 10, 30, 20))).toBe(true);
  expect(isStrongestFirst(rose(12, 10, 0, 20))).toBe(true);
  expect(isStrongestFirst(rose(12, 25, 30, 20))).toBe(false);
});
