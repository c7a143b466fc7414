import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { testEngine } from '../../store/testing-runs';
import { changeRows } from '../../store/views/change';
import { questions } from '../../store/views/questions';
import { answered, endOf, show, unanswered } from '../../ui/testing/render';
import { Closer } from './closer';
import { useCurve } from './view';

function Whole() {
  return <Closer curve={useCurve()} onHover={() => {}} />;
}
const closer = <Whole />;
const open = () => screen.getByText(/^More to measure/);
const charts = () => [...document.querySelectorAll('.closer-charts svg.chart > desc')].map((text) => text.textContent!);
const closely = async () => {
  const state = await endOf();
  const { params } = questions.change.of(state)!;
  return answered(state, 'change', await testEngine.complete(params));
};

it('is behind one line, and asks for nothing before it is opened', async () => {
  const { app, user } = await show(closer);
  expect(app.watch).not.toHaveBeenCalled();
  await user.click(open());
  await waitFor(() => expect(app.watch).toHaveBeenLastCalledWith('change', 'seen'));
  expect(screen.getByText('Measuring …')).toBeTruthy();
});

it('shows rank and share of filters, of what training moved and of the gradient, and energies along vectors', async () => {
  const state = await closely();
  const { user } = await show(closer, { state });
  await user.click(open());
  await waitFor(() => expect(charts()).toHaveLength(3));
  expect(charts()[0]).toMatch(/^At step 40 the stable rank of the filters is \d\.\d, that of W − W₀ \d\.\d/);
  expect(charts()[1]).toMatch(/has \d+% of the filters’ energy, \d+% of that of W − W₀, .* cosine of \d\.\d\d/);
  expect(charts()[2]).toMatch(/between \d+% and \d+% of the energy/);
  // The table of all ranks has them too.
  expect(changeRows(state).map(({ key, size }) => [key, ...size])).toEqual([
    ['moved', 8, 16],
    ['gradient', 8, 16],
  ]);
});

it('says why it could not be measured', async () => {
  const state = unanswered(await endOf(), 'change', { kind: 'no-memory', megabytes: 700 });
  const { user } = await show(closer, { state });
  await user.click(open());
  expect(screen.getByRole('alert').textContent).toContain('700');
});
