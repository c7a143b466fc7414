import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { panelNames, usualPanels } from '../../experiment/parameters';
import { decodeLink } from '../../experiment/link';
import { endOf, seen, show, withRun } from '../../ui/testing/render';
import { ShareButton } from './share-button';

/** The dialog, opened by its button. */
async function opened(options: Parameters<typeof show>[1] = {}) {
  const shown = await show(<ShareButton />, options);
  await shown.user.click(screen.getByRole('button', { name: 'Share' }));
  await screen.findByRole('dialog', { name: 'Share this state' });
  return shown;
}

const text = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name }).value;
const linked = () => decodeLink(new URL(text('Link')).hash).experiment;
const framed = () => new URL(/src="([^"]+)"/.exec(text('Embed code'))![1]!.replaceAll('&amp;', '&'));
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

beforeEach(() => void history.replaceState(null, '', '/'));

describe('the dialog that shares', () => {
  it('has the state as a link, and as a code to photograph', async () => {
    await opened();
    const { experiment } = await endOf();
    expect(linked()).toEqual(experiment);
    expect(screen.getByRole('img', { name: 'QR code of the link' })).toBeTruthy();
  });

  it('opens at the step that is shown, where that is wanted', async () => {
    const { user } = await opened({ state: withRun(await endOf(), { cursor: 20 }) });
    expect(linked().step).toBe(20);
    await user.click(box('Open at step 20'));
    expect(linked().step).toBe(0);
  });

  it('copies, and says so', async () => {
    const { user } = await opened();
    const copy = screen.getAllByRole('button', { name: 'Copy' })[0]!;
    await user.click(copy);
    expect(await navigator.clipboard.readText()).toBe(text('Link'));
    expect(copy.textContent).toBe('Copied');
    expect(screen.getByText('Link copied')).toBeTruthy();
  });

  it('selects the text for the keys where it may not copy', async () => {
    const { user } = await opened();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
    await user.click(screen.getAllByRole('button', { name: 'Copy' })[0]!);
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Link' });
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
    expect(screen.queryByText('Link copied')).toBeNull();
    expect(screen.getByText(/^The browser does not let this page copy/)).toBeTruthy();
  });

  it('copies what is selected where there is no clipboard, as over plain http', async () => {
    const { user } = await opened();
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
    document.execCommand = vi.fn(() => true);
    await user.click(screen.getAllByRole('button', { name: 'Copy' })[0]!);
    expect(document.execCommand).toHaveBeenCalledWith('copy');
    expect(screen.getByText('Link copied')).toBeTruthy();
    Reflect.deleteProperty(document, 'execCommand');
    vi.restoreAllMocks();
  });

  it('says whether the page opens without a network, and offers it as one file where its host does', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status: 200 }));
    vi.stubGlobal(
      'navigator',
      Object.create(navigator, { serviceWorker: { value: { getRegistration: async () => ({ active: {} }) } } }),
    );
    await opened();
    expect(await screen.findByText(/^This device keeps the page/)).toBeTruthy();
    expect((await screen.findByRole('link', { name: 'The page as one file' })).getAttribute('download')).toBe('');
    expect(fetched.mock.calls.map(([address, options]) => [String(address), options?.method])).toEqual([
      [expect.stringMatching(/\/rank-under-noise\.html$/), 'HEAD'],
    ]);
    vi.unstubAllGlobals();
    fetched.mockRestore();
  });

  it('shows the code for a lecture hall, and leads back from it', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name: 'Show the code large, for a lecture hall' }));
    expect(screen.getByRole('dialog', { name: 'Rank under noise' }).className).toBe('share hall');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Smaller' }));
    expect(text('Link')).toContain('#');
  });

  it('says that pinned runs travel with it', async () => {
    const hint = /^The link holds every parameter that differs from the default/;
    const { unmount } = await opened();
    expect(screen.getByText(hint).textContent).not.toContain('pinned');
    unmount();
    await opened({ state: seen(await endOf(), { pins: ['sigma=0.5'] as never }) });
    expect(screen.getByText(hint).textContent).toContain('and the pinned runs');
  });
});

describe('the frame that is put together', () => {
  it('offers every panel by name, and begins with the usual ones', async () => {
    await opened();
    const group = screen.getByRole('group', { name: 'Panels' });
    const boxes = within(group).getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes).toHaveLength(panelNames.length);
    expect(boxes.map(({ checked }) => checked)).toEqual(panelNames.map((name) => usualPanels.includes(name)));
    expect(framed().hash).toContain('embed=1');
    expect(framed().hash).not.toContain('show=');
  });

  it('is the one that is previewed, with panels, controls and size as they are chosen', async () => {
    const { user } = await opened();
    const frame = await screen.findByTitle<HTMLIFrameElement>('Preview of the frame');
    expect(frame.src).toBe(framed().href);
    const replace = vi.fn();
    Object.defineProperty(frame, 'contentWindow', { value: { location: { replace } } });
    await user.click(box('Spectrum of the data'));
    await user.click(box('Noise sweep'));
    await user.click(box('Width m'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Size' }), '640x480');
    await user.click(box('Transparent background'));
    // As a page does whose address is changed.
    expect(screen.getByTitle('Preview of the frame')).toBe(frame);
    expect(replace).toHaveBeenLastCalledWith(framed().href);
    await user.click(box('Starts by itself'));
    const { experiment } = decodeLink(framed().hash);
    expect(experiment).toMatchObject({
      embed: true,
      show: ['curve', 'filters', 'training', 'sweep'],
      controls: ['k', 'sigma'],
      ground: 'transparent',
      autoplay: false,
    });
    expect(text('Embed code')).toContain('width="640" height="480"');
    // It starts anew where it may start otherwise.
    const another = await screen.findByTitle<HTMLIFrameElement>('Preview of the frame');
    expect(another).not.toBe(frame);
    expect(another.src).toBe(framed().href);
  });

  it('keeps one panel and one control', async () => {
    const { user } = await opened();
    for (const name of [
      'Rank against noise',
      'Spectrum of the data',
      'Training curve',
      'Signal dimension 2K',
      'Width m',
    ])
      await user.click(box(name));
    expect(box('Spectrum of the filters').disabled).toBe(true);
    expect(box('Background noise σ').disabled).toBe(true);
  });
});
