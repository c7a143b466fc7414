import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { initialState } from '../../store/state';
import { runFileOf } from '../../share/run-file';
import { readCollection } from '../../images/own/read-collection';
import { shelf } from '../../images/own/shelf';
import { fileOf, idx } from '../../images/own/testing-files';
import { imagesText } from '../../share/images-npz';
import { Placed } from '../../panels/placed';
import { endOf, show, small, withRun } from '../../ui/testing/render';
import DropTarget from './drop-target';
import { SaveMenu } from './save-menu';

/** Files that were handed to the browser. */
let saved: { name: string; blob: Blob }[];

beforeEach(() => {
  saved = [];
  let last: Blob;
  URL.createObjectURL = (blob) => {
    last = blob as Blob;
    return 'blob:file';
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: last });
  });
});
afterEach(() => void vi.restoreAllMocks());

/** The end of a run that says what it was made on. */
const run = async () => withRun(await endOf(), { backend: 'wasm', device: 'SIMD' });

async function opened(options: Parameters<typeof show>[1] = {}) {
  const shown = await show(
    <>
      <SaveMenu />
      <Placed name="filters" />
      <Placed name="runs" />
    </>,
    { state: await run(), ...options },
  );
  await shown.user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('dialog', { name: 'Save' });
  return shown;
}

describe('the dialog that saves', () => {
  it.each([
    ['Save run as JSON', /^rank-under-noise-.*run\.json$/],
    ['Save history as CSV', /history\.csv$/],
    ['Save spectra as CSV', /spectra\.csv$/],
  ])('“%s” hands out a file and says so', async (name, file) => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name }));
    expect(await screen.findByText(/^Saved rank-under-noise-/)).toBeTruthy();
    expect(saved).toHaveLength(1);
    expect(saved[0]!.name).toMatch(file);
    expect(saved[0]!.blob.size).toBeGreaterThan(100);
  });

  it('takes own images along where they are wanted', async () => {
    const at = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7) % 97);
    const collection = await readCollection([
      fileOf('images.idx', idx([8, 4, 4], at(128))),
      fileOf('labels.idx', idx([8], [0, 1, 0, 1, 0, 1, 0, 1])),
    ]);
    await shelf.put(collection);
    const state = await run();
    const own = { ...state.experiment, data: 'file' as const, images: collection.hash };
    const { user } = await opened({ state: withRun({ ...state, experiment: own }, { experiment: own }) });
    const images = async () => {
      saved = [];
      await user.click(screen.getByRole('button', { name: 'Save run as JSON' }));
      await waitFor(() => expect(saved).toHaveLength(1));
      return (JSON.parse(await saved[0]!.blob.text()) as { images?: string }).images;
    };
    expect(await images()).toBeUndefined();
    await user.click(screen.getByLabelText('Your images in run and arrays, 0.0 MB'));
    expect(await images()).toBe(await imagesText(collection));
  });

  it('offers figures that come to the page while it is open', async () => {
    await opened();
    const offered = () =>
      within(screen.getByLabelText('Figure'))
        .getAllByRole('option')
        .map(({ textContent }) => textContent);
    expect(offered()).toEqual(['Singular values of the filters']);
    const later = document.createElement('section');
    later.dataset['panel'] = 'map';
    document.body.append(later);
    await waitFor(() => expect(offered()).toEqual(['Singular values of the filters', 'Phase map']));
    later.remove();
    await waitFor(() => expect(offered()).toHaveLength(1));
  });

  it('says why there is no file', async () => {
    const { user } = await opened({ state: initialState(small(), []) });
    await user.click(screen.getByRole('button', { name: 'Save run as JSON' }));
    expect((await screen.findByText(/no run/i)).className).toBe('said bad');
    expect(saved).toEqual([]);
  });

  it('offers the figures that are on the page, and no tables', async () => {
    await opened();
    const options = [...screen.getByRole('combobox', { name: 'Figure' }).querySelectorAll('option')];
    expect(options.map(({ textContent }) => textContent)).toEqual(['Singular values of the filters']);
  });

  it('shows the figure as it will be saved, and saves it as SVG', async () => {
    const { user } = await opened();
    await screen.findByRole('img', { name: 'Preview: Singular values of the filters' });
    await user.click(screen.getByRole('button', { name: 'Save figure' }));
    await screen.findByText(/^Saved rank-under-noise-.*filters-slide\.svg$/);
    expect(await saved[0]!.blob.text()).toContain('<svg');
  });

  it('gives the focus back to its button', async () => {
    const { user } = await opened();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
  });

  it('opens a run that was saved, and is gone then', async () => {
    const { user, app } = await opened();
    const file = new File([JSON.stringify(runFileOf(await run()))], 'run.json', { type: 'application/json' });
    await user.upload(screen.getByLabelText('Run file'), file);
    expect(screen.queryByRole('dialog')).toBeNull();
    await vi.waitFor(() => expect(app.open).toHaveBeenCalledOnce());
  });
});

describe('a file that is dragged over the page', () => {
  const drag = (type: string, types: readonly string[] = ['Files']) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types, files: [], items: [] }, relatedTarget: null });
    return act(() => fireEvent(window, event));
  };

  it('is told that it can be dropped, until it is', async () => {
    await show(<DropTarget />);
    expect(screen.queryByText('Drop a saved run, or images of your own')).toBeNull();
    drag('dragenter');
    drag('dragover');
    expect(screen.getByText('Drop a saved run, or images of your own')).toBeTruthy();
    drag('drop');
    expect(screen.queryByText('Drop a saved run, or images of your own')).toBeNull();
  });

  it('is one run file at a time: of two that come together the first is opened, and it is said', async () => {
    const { app } = await show(<DropTarget />);
    const files = ['a.json', 'b.json'].map((name) => new File(['{}'], name));
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types: ['Files'], files, items: [] } });
    await act(async () => void fireEvent(window, event));
    await vi.waitFor(() =>
      expect(app.notify.mock.calls.map(([{ field, problem }]) => [field, problem])).toMatchObject([
        ['file', { kind: 'not-opened', name: 'a.json' }],
        ['files', { kind: 'one-run-opened', count: 2, name: 'a.json' }],
      ]),
    );
  });

  it('is told from text that is dragged', async () => {
    await show(<DropTarget />);
    drag('dragenter', ['text/plain']);
    expect(screen.queryByText('Drop a saved run, or images of your own')).toBeNull();
  });
});
