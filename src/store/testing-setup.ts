import { afterAll, beforeEach, vi } from 'vitest';
import { clock } from './testing-clock';

/** Run before every file of tests (vite.config.ts): files share what they import, and the platform. */
beforeEach(() => clock.reset());
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
