import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { asUsual, standIn } from './browser';

/** Run before every file of component tests (vite.config.ts). */
standIn();
afterEach(() => {
  cleanup();
  asUsual();
});
