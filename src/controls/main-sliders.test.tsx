import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { criticalNoiseOf } from '../store/views/theory';
import { endOf, seen, show, small } from '../ui/testing/render';
import { MainSliders, usualControls } from './main-sliders';

const slider = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('slider', { name });
const read = (name: string) => slider(name).getAttribute('aria-valuetext');
const move = (name: string, to: number) => fireEvent.change(slider(name), { target: { value: String(to) } });

describe('the main sliders', () => {
  it('say their values as they are read', async () => {
    await show(<MainSliders keys={usualControls} />);
    expect(screen.getAllByRole('slider')).toHaveLength(3);
    expect(read('Signal dimension 2K')).toBe('4');
    expect(read('Background noise σ')).toBe('0.20');
    expect(read('Width m')).toBe('4 filters per class');
    // Sliders say them themselves: outputs beside them would say them again.
    for (const output of document.querySelectorAll('output')) expect(output.getAttribute('aria-hidden')).toBe('true');
    expect(screen.queryAllByRole('status')).toEqual([]);
  });

  it('chase what they pass through', async () => {
    const { app } = await show(<MainSliders keys={usualControls} />);
    move('Signal dimension 2K', 3);
    move('Background noise σ', 0.31);
    move('Width m', 0);
    expect(app.change.mock.calls).toEqual([
      [{ k: 3 }, { chase: true }],
      [{ sigma: 0.31 }, { chase: true }],
      [{ m: 1 }, { chase: true }],
    ]);
    expect(read('Signal dimension 2K')).toBe('6');
    expect(read('Width m')).toBe('1 filter per class');
  });

  it('give the default back by a double click, Delete or Backspace, and say so', async () => {
    const { app, user } = await show(<MainSliders keys={usualControls} />);
    expect(slider('Width m').title).toContain('default');
    await user.dblClick(slider('Width m'));
    slider('Background noise σ').focus();
    await user.keyboard('{Delete}{Backspace}x');
    expect(app.toDefault.mock.calls).toEqual([['m'], ['sigma'], ['sigma']]);
  });

  it('reach past σ*, which is marked, and past any noise that is given', async () => {
    await show(<MainSliders keys={usualControls} />);
    const critical = criticalNoiseOf(small())!;
    expect(Number(slider('Background noise σ').max)).toBeGreaterThan(critical);
    expect(screen.getByText('σ* critical').title).toContain(critical.toFixed(2));
  });

  it('stretch to a noise from a link', async () => {
    await show(<MainSliders keys={usualControls} />, { state: seen(await endOf(), { sigma: 1.7 }) });
    expect(Number(slider('Background noise σ').max)).toBeGreaterThanOrEqual(1.7);
    expect(read('Background noise σ')).toBe('1.70');
  });

  it('have no more signal vectors than a patch has room for', async () => {
    await show(<MainSliders keys={usualControls} />, { state: seen(await endOf(), { side: 2 }) });
    expect(slider('Signal dimension 2K').max).toBe('1');
  });

  it('keep a width from a link that is none of their stops', async () => {
    await show(<MainSliders keys={usualControls} />, { state: seen(await endOf(), { m: 7 }) });
    expect(read('Width m')).toBe('7 filters per class');
  });

  it('show the signal span of digits, which is read off and not set', async () => {
    await show(<MainSliders keys={usualControls} />, { state: seen(await endOf(), { data: 'mnist' }) });
    expect(slider('Signal span of the images').disabled).toBe(true);
  });

  it('may be any control that a link names', async () => {
    await show(<MainSliders keys={['sigma', 'seed']} />);
    expect(screen.getAllByRole('slider')).toHaveLength(1);
    expect(await screen.findByRole('spinbutton', { name: 'Seed' })).toBeTruthy();
  });
});
