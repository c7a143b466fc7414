import { act, screen, waitFor, within } from '@testing-library/react';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadCollection } from '../../images/own/collection';
import { readCollection } from '../../images/own/read-collection';
import type { Bring } from '../../images/own/read-in-worker';
import { shelf } from '../../images/own/shelf';
import { bytesOf, fileOf, npy, zipped } from '../../images/own/testing-files';
import { imagesWish } from '../../store/images-wish';
import { endOf, show, withRun } from '../../ui/testing/render';
import OwnImages from './own-images';

/** Reads in this thread; jsdom has no workers. */
const reader = vi.hoisted(() => ({ read: null as ReadCollection | null }));
vi.mock('../../images/own/read-in-worker', () => ({
  readInWorker: (async (files, options) => {
    const collection = await reader.read!(files, options);
    return { collection, isKept: await shelf.put(collection) };
  }) satisfies Bring,
}));

/** Three classes of eight grey images of 8 × 8, as NPZ; another `tint` is another collection. */
const npz = (tint = 0) =>
  zipped({
    'images.npy': npy(
      '|u1',
      [24, 8, 8],
      Uint8Array.from({ length: 24 * 64 }, (_, at) => tint + (Math.floor(at / 64) % 3) * 60 + (at % 64)),
    ),
    'labels.npy': npy('<i4', [24], bytesOf(Int32Array.from({ length: 24 }, (_, i) => i % 3))),
  });
const file = (bytes: Uint8Array, name = 'pets.npz') => new File([new Uint8Array(bytes)], name);
const collectionOf = (tint = 0) => readCollection([fileOf('pets.npz', npz(tint))]);

const opened = async (options: Parameters<typeof show>[1] = {}) => {
  const shown = await show(<OwnImages />, options);
  act(() => imagesWish.setState({ wish: 'choose' }));
  await screen.findByRole('dialog', { name: 'Your own images' });
  return shown;
};
/** Of a link whose images are not here. */
const missing = async (hash: string) => {
  const state = withRun(await endOf(), { status: 'failed', failure: { kind: 'images-missing', hash } });
  return { ...state, experiment: { ...state.experiment, data: 'file' as const, images: hash, classes: ['0', '2'] } };
};

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  reader.read = readCollection;
  imagesWish.setState({ wish: null });
  return async () => {
    for (const { summary } of (await shelf.list()) ?? []) await shelf.forget(summary.hash);
  };
});

describe('the dialog for own images', () => {
  it('says that nothing leaves the device, reads files, and trains on the two classes that are chosen', async () => {
    const { user, app } = await opened();
    expect(screen.getByText(/^Nothing leaves this device/)).toBeTruthy();
    await user.upload(screen.getByLabelText('Choose files or a ZIP …', { selector: 'input' }), file(npz()));
    await screen.findByText('pets.npz: 24 images of 8 × 8 pixels');
    const plus = screen.getByLabelText('Class +1'),
      minus = screen.getByLabelText<HTMLSelectElement>('Class −1');
    expect(
      within(plus)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['0 (8)', '1 (8)', '2 (8)']);
    // A class is never against itself: the two change places.
    await user.selectOptions(plus, '1');
    expect(minus.value).toBe('0');
    await user.selectOptions(minus, 'rest');
    await user.clear(screen.getByLabelText('Side in pixels'));
    await user.type(screen.getByLabelText('Side in pixels'), '6');
    await user.click(screen.getByLabelText('Subtract the mean image'));
    await user.click(screen.getByRole('button', { name: 'Train on them' }));
    const { hash } = await collectionOf();
    // A fifth of each class is held out.
    expect(app.change).toHaveBeenLastCalledWith(
      expect.objectContaining({
        data: 'file',
        images: hash,
        classes: ['1', 'rest'],
        channels: 'grey',
        centre: false,
        side: 6,
        n: 14,
        layout: 'grid',
      }),
    );
    expect(app.play).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says what is wrong with a file in one sentence, and takes another', async () => {
    const { user, app } = await opened();
    const input = () => screen.getByLabelText('Choose files or a ZIP …', { selector: 'input' });
    await user.upload(input(), file(npz().subarray(0, 300)));
    expect((await screen.findByRole('alert')).textContent).toBe('pets.npz: the ZIP file is damaged or cut off.');
    await user.upload(input(), file(npz()));
    await screen.findByText('pets.npz: 24 images of 8 × 8 pixels');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(app.change).not.toHaveBeenCalled();
  });

  it('tells how far it has read, and stops', async () => {
    let given: AbortSignal | undefined;
    reader.read = (_, { signal, onProgress } = {}) => {
      given = signal;
      onProgress!(30, 100);
      return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(new Error('stopped'))));
    };
    const { user } = await opened();
    await user.upload(screen.getByLabelText('Choose files or a ZIP …', { selector: 'input' }), file(npz()));
    expect(screen.getByRole('progressbar', { name: 'Reading: 30%' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(given!.aborted).toBe(true);
    expect(screen.getByRole('button', { name: 'Choose a folder …' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has what is kept from before, uses it, and forgets it', async () => {
    await shelf.put(await collectionOf());
    await shelf.put(await collectionOf(9));
    const { user } = await opened();
    const forget = await screen.findAllByRole('button', { name: 'Forget pets.npz' });
    expect(forget).toHaveLength(2);
    await user.click(forget[0]!);
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Use pets.npz' })).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Use pets.npz' }));
    await screen.findByText('pets.npz: 24 images of 8 × 8 pixels');
  });

  it('opens by itself with files that were dropped', async () => {
    await show(<OwnImages />);
    act(() => imagesWish.setState({ wish: [{ path: 'pets.npz', bytes: file(npz()) }] }));
    await screen.findByText('pets.npz: 24 images of 8 × 8 pixels');
  });
});

describe('a link whose images are not here', () => {
  it('says which are missing, and goes on as it is where they are dropped', async () => {
    const { hash } = await collectionOf();
    const { user, app } = await opened({ state: await missing(hash) });
    expect(screen.getByRole('status').textContent).toMatch(
      new RegExp(`^This link is about 16 images of the classes 0 and 2 .* hash ${hash}`),
    );
    await user.upload(screen.getByLabelText('Choose files or a ZIP …', { selector: 'input' }), file(npz()));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.imagesCame).toHaveBeenCalledExactlyOnceWith(hash);
    expect(app.play).toHaveBeenCalledOnce();
    expect(app.change).not.toHaveBeenCalled();
  });

  it('says so where they are others, which can be trained on all the same', async () => {
    const { user } = await opened({ state: await missing('0123456789abcdef') });
    await user.upload(screen.getByLabelText('Choose files or a ZIP …', { selector: 'input' }), file(npz()));
    expect((await screen.findByText(/^These are other images/)).textContent).toContain('0123456789abcdef');
    expect(screen.getByRole('button', { name: 'Train on them' })).toBeTruthy();
  });
});
