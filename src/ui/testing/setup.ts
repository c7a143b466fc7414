import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { imagesWish } from '../../store/images-wish';
import { presentWish } from '../../store/present-wish';
import { asUsual, standIn } from './browser';

/** Run before every file of component tests (vite.config.ts). */
standIn();
// Parts that are loaded late take as long as the machine is busy: what waits for them waits for the part, not for a second.
configure({ asyncUtilTimeout: 120_000, getElementError: (message) => new Error(message ?? '') });
afterEach(() => {
  cleanup();
  // What a test put there by itself; files share the document.
  document.body.replaceChildren();
  asUsual();
  // What outlives a page, as it belongs to whoever asks: the next test asks for nothing.
  imagesWish.setState({ wish: null });
  presentWish.setState({ wished: false });
});
