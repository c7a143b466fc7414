import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { defaults, parameterKeys } from '../experiment/parameters';
import { endOf, seen, show } from '../ui/testing/render';
import More from './more';
import { ParameterField } from './parameter-field';

const field = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name });

describe('the field of a number', () => {
  it('keeps what is typed until Enter', async () => {
    const { app, user } = await show(<ParameterField name="n" />);
    await user.clear(field('Training images n'));
    await user.type(field('Training images n'), '48');
    expect(app.enter).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(app.enter.mock.calls).toEqual([['n', '48']]);
  });

  it('or until it is left, and takes an empty field for no answer', async () => {
    const { app, user } = await show(<ParameterField name="n" />);
    await user.clear(field('Training images n'));
    await user.tab();
    expect(app.enter).not.toHaveBeenCalled();
    expect(field('Training images n').value).toBe('16');
    await user.type(field('Training images n'), '0');
    await user.tab();
    expect(app.enter.mock.calls).toEqual([['n', '160']]);
  });

  it('takes the steps of the arrow keys at once, and pays no heed to the wheel', async () => {
    const { app, user } = await show(<ParameterField name="n" />);
    await user.click(field('Training images n'));
    fireEvent.wheel(field('Training images n'), { deltaY: -100 });
    await user.keyboard('{ArrowUp}{ArrowDown}{PageUp}{PageDown}');
    expect(app.enter.mock.calls).toEqual([
      ['n', '17'],
      ['n', '15'],
      ['n', '26'],
      ['n', '6'],
    ]);
  });

  it.each([
    ['lr', 'Learning rate η/m', '0,25', '0.25'],
    ['init', 'Initial scale σ₀', '−1', '-1'],
    ['n', 'Training images n', '1 000', '1000'],
    ['n', 'Training images n', 'many', 'many'],
  ] as const)('reads %s as people write it: %s %s', async (name, label, typed, entered) => {
    const { app, user } = await show(<ParameterField name={name} />);
    await user.clear(field(label));
    await user.type(field(label), `${typed}{Enter}`);
    expect(app.enter.mock.calls).toEqual([[name, entered]]);
  });

  it('says what is wrong while it is typed', async () => {
    const { user } = await show(<ParameterField name="n" />);
    const fine = field('Training images n').title;
    await user.clear(field('Training images n'));
    await user.type(field('Training images n'), '99999');
    expect(field('Training images n').getAttribute('aria-invalid')).toBe('true');
    expect(field('Training images n').title).not.toBe(fine);
    expect(field('Training images n').title).toContain('4000');
  });
});

describe('the field', () => {
  it('of a choice has its values in words', async () => {
    const { app, user } = await show(<ParameterField name="rank" />);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Rank' }), 'Effective rank');
    expect(app.change).toHaveBeenCalledWith({ rank: 'effective' });
  });

  it('of a flag is a box to tick', async () => {
    const { app, user } = await show(<ParameterField name="project" />);
    await user.click(screen.getByRole('checkbox', { name: 'Orthogonal noise' }));
    expect(app.change).toHaveBeenCalledWith({ project: false });
  });

  it('of two digits never offers one against itself', async () => {
    const { app, user } = await show(<ParameterField name="pair" />);
    const [plus, minus] = [
      screen.getByRole('combobox', { name: 'Class +1' }),
      screen.getByRole('combobox', { name: 'Class −1' }),
    ];
    expect(screen.getByRole('group', { name: 'Pair' }).contains(plus)).toBe(true);
    expect([...plus.querySelectorAll('option')].map(({ textContent }) => textContent)).not.toContain('1');
    await user.selectOptions(minus, '7');
    expect(app.change).toHaveBeenCalledWith({ pair: [0, 7] });
    expect([...plus.querySelectorAll('option')].map(({ textContent }) => textContent)).not.toContain('7');
  });

  it.each(parameterKeys)('of %s has a label, or there is none', async (name) => {
    await show(<ParameterField name={name} />);
    for (const role of ['spinbutton', 'combobox', 'checkbox'])
      for (const each of screen.queryAllByRole(role)) expect(screen.getAllByRole(role, { name: /./ })).toContain(each);
  });
});

describe('the rest of the table', () => {
  it('is grouped by what a change makes anew', async () => {
    await show(<More onClose={() => {}} />);
    expect(
      screen
        .getAllByRole('group')
        .map((group) => group.querySelector('summary')?.textContent)
        .filter(Boolean),
    ).toEqual(['Change the images', 'Change the filters', 'Change the training', 'Change the view']);
  });

  it('leaves out what changes nothing here, and what has its own place', async () => {
    const { set, app } = await show(<More onClose={() => {}} />);
    expect(screen.queryByRole('group', { name: 'Pair' })).toBeNull();
    expect(screen.queryByRole('spinbutton', { name: 'Width m' })).toBeNull();
    set({ experiment: { ...app.store.getState().experiment, data: 'mnist' } });
    expect(screen.getByRole('group', { name: 'Pair' })).toBeTruthy();
    expect(screen.queryByRole('spinbutton', { name: 'Signal norm μ' })).toBeNull();
  });

  it('gives the default experiment back, and plays it', async () => {
    const { app, user } = await show(<More onClose={() => {}} />);
    await user.click(screen.getByRole('button', { name: 'Defaults' }));
    expect(app.openRun.mock.calls).toEqual([[defaults]]);
  });

  it('is in Chinese where the page is', async () => {
    await show(<More onClose={() => {}} />, { language: 'zh', state: seen(await endOf(), { lang: 'zh' }) });
    expect(document.querySelector('summary')!.textContent).toMatch(/[\u4e00-\u9fff]/);
  });
});
