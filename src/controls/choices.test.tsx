import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { presetExperiment, presets } from '../experiment/presets';
import { browser, endOf, seen, show } from '../ui/testing/render';
import { LanguageButton } from './language-button';
import { MoreButton } from './more-button';
import { PresetsMenu } from './presets-menu';
import { PageMenu } from './page-menu';

describe('the menu of presets', () => {
  const menu = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Examples (Preset)' });

  it('has every preset, those that hold before those that break', async () => {
    await show(<PresetsMenu />);
    expect([...menu().querySelectorAll('optgroup')].map(({ label }) => label)).toEqual(['It holds', 'It breaks']);
    expect(menu().querySelectorAll('optgroup option')).toHaveLength(presets.length);
  });

  it('says that an experiment is one’s own, or which preset it is', async () => {
    const { app, set } = await show(<PresetsMenu />);
    expect(menu().selectedOptions[0]!.textContent).toBe('Your own experiment');
    const preset = presets.find(({ name }) => name === 'memorised')!;
    set({ experiment: { ...app.store.getState().experiment, ...presetExperiment(preset) } });
    expect(menu().value).toBe('memorised');
  });

  it('plays what is chosen, seen as before', async () => {
    const { app, user } = await show(<PresetsMenu />, { state: seen(await endOf(), { theme: 'dark', tour: 'noise' }) });
    await user.selectOptions(menu(), 'Noise memorised');
    const { experiment } = app.store.getState();
    expect(experiment).toMatchObject({ theme: 'dark', tour: '', step: 0 });
    expect(experiment.sigma).toBe(presetExperiment(presets.find(({ name }) => name === 'memorised')!).sigma);
    expect(app.play).toHaveBeenCalledOnce();
  });
});

describe('the menu of what is seldom wanted', () => {
  it.each([
    ['auto', false, ['dark', 'projector']],
    ['auto', true, ['light', 'projector']],
    ['light', true, ['dark', 'projector']],
    ['dark', false, ['light', 'projector']],
    ['projector', true, ['light', 'dark']],
  ] as const)('under %s, the system dark: %s, leads to %j', async (theme, dark, others) => {
    browser.media = dark ? ['(prefers-color-scheme: dark)'] : [];
    const { app, user } = await show(<PageMenu />, { state: seen(await endOf(), { theme }) });
    const opener = screen.getByRole('button', { name: 'Language, theme, print', expanded: false });
    await user.click(opener);
    expect(screen.getAllByRole('button', { name: /theme$/ }).map(({ textContent }) => textContent)).toEqual(
      others.map((other) => `Use ${other} theme`),
    );
    await user.click(screen.getByRole('button', { name: `Use ${others[0]} theme` }));
    expect(app.change).toHaveBeenCalledWith({ theme: others[0] });
    expect(document.activeElement).toBe(opener);
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  });

  it('closes by Escape and where the focus leaves it', async () => {
    const { user } = await show(<PageMenu />);
    const opener = screen.getByRole('button', { name: /^Language/ });
    await user.click(opener);
    await user.tab();
    await user.keyboard('{Escape}');
    expect(opener.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(opener);
    await user.click(opener);
    await user.click(document.body);
    expect(opener.getAttribute('aria-expanded')).toBe('false');
  });

  it('does so as well where a press gives a button no focus, as in Safari', async () => {
    const { user } = await show(<PageMenu />);
    const opener = screen.getByRole('button', { name: /^Language/ });
    for (const leave of [() => user.keyboard('{Escape}'), () => user.click(document.body)]) {
      await user.click(opener);
      act(() => opener.blur());
      expect(opener.getAttribute('aria-expanded')).toBe('true');
      await leave();
      expect(opener.getAttribute('aria-expanded')).toBe('false');
    }
  });
});

describe('the language’s button', () => {
  it.each([
    ['en', '中文', 'zh'],
    ['zh', 'English', 'en'],
  ] as const)('leads from %s to the other, in its own words', async (language, name, next) => {
    const { app, user } = await show(<LanguageButton />, { language });
    const button = screen.getByRole('button', { name });
    expect(button.lang.slice(0, 2)).toBe(next);
    await user.click(button);
    expect(app.change).toHaveBeenCalledWith({ lang: next });
  });
});

describe('the button of the rest of the table', () => {
  it('says whether it is open', async () => {
    const { unmount } = await show(<MoreButton open={false} onToggle={() => {}} />);
    expect(screen.getByRole('button', { name: 'More', expanded: false })).toBeTruthy();
    unmount();
    await show(<MoreButton open onToggle={() => {}} />);
    expect(screen.getByRole('button', { name: 'More', expanded: true })).toBeTruthy();
  });
});
