import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { imagesWish } from '../store/images-wish';
import { WayOut } from './problem-text';
import { show } from './testing/render';

it('leads on from where a part of the page is missing, and from where images are', async () => {
  const { unmount } = await show(<WayOut problem={{ kind: 'part-missing' }} />);
  expect(screen.getByRole('button').textContent).toBe('Reload');
  unmount();
  const { user } = await show(<WayOut problem={{ kind: 'images-missing', hash: 'abc' }} />);
  await user.click(screen.getByRole('button'));
  expect(imagesWish.getState().wish).toBe('choose');
  imagesWish.setState({ wish: null });
});

it('has nothing to add elsewhere', async () => {
  await show(<WayOut problem={{ kind: 'no-backend' }} />);
  expect(screen.queryByRole('button')).toBeNull();
});
