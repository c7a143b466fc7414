import { act, screen, waitForElementToBeRemoved } from '@testing-library/react';
import { expect, it } from 'vitest';
import { part } from '../loading/part';
import { openPage, small } from './testing';

it.each([
  ['the page', small],
  ['a frame', `${small}&embed=1&show=filters`],
])('%s says what did not arrive, and asks for it again', async (_, link) => {
  const { user } = await openPage(link);
  expect(screen.queryByText('Parts of the page did not arrive.')).toBeNull();
  let gone = true;
  const wanted = part(() => (gone ? Promise.reject(new Error('gone')) : Promise.resolve('there')), { pauses: [] });
  await act(() => wanted().catch(() => undefined));
  const said = await screen.findByText('Parts of the page did not arrive.');
  // Of a script that came and is not whole a browser knows nothing better for as long as the page lives.
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
  gone = false;
  await Promise.all([waitForElementToBeRemoved(said), user.click(screen.getByRole('button', { name: 'Try again' }))]);
  expect(await wanted()).toBe('there');
});
