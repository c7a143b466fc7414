import { afterEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { defaults } from '../experiment/parameters';
import { missing } from '../loading/part';
import type { Language } from '../strings/languages';
import { followLanguage } from './language';
import { initialState, type AppState } from './state';

vi.mock('../strings/zh', () => {
  throw new Error('gone');
});
afterEach(() => void vi.useRealTimers());

it('a language whose words do not come is told of, and the one before stays', async () => {
  vi.useFakeTimers();
  const store = createStore<AppState>(() => initialState({ ...defaults, lang: 'en' }, [], false));
  const speak = (language: Language) => store.setState({ language });
  await followLanguage({ store, speak }, () => ['en']);
  store.setState({ experiment: { ...defaults, lang: 'zh' } });
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(2000);
    expect(missing()).toBe(1);
  });
  expect(store.getState().language).toBe('en');
});
