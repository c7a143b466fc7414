import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../store/state';
import { endOf, show, small } from '../../ui/testing/render';
import HeroTiles from './hero-tiles';
import { Tiles } from './panel';

const buttons = () => within(screen.getByRole('group', { name: 'Filters' })).getAllByRole('button');

describe('every filter as an image', () => {
  it('is a picture of the step that is shown, and a button for each filter behind it', async () => {
    const { app, set } = await show(<Tiles visible />);
    expect(screen.getByRole('img', { name: /^The filters as images at step 40,/ })).toBeTruthy();
    expect(buttons()).toHaveLength(8);
    expect(buttons()[0]!.textContent).toMatch(/^Filter \d of class [+−]1 .*Shows its alignment over time\.$/);
    set({ run: { ...app.store.getState().run, cursor: 0 } });
    expect(screen.getByRole('img', { name: /at step 0,/ })).toBeTruthy();
  });

  it('is one stop of the Tab key, with arrows between the filters', async () => {
    const { user } = await show(<Tiles visible />);
    await user.tab();
    expect(document.activeElement).toBe(buttons()[0]);
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(buttons()[2]);
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(buttons()[7]);
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(buttons()[0]);
    await user.tab();
    expect(screen.getByRole('group', { name: 'Filters' }).contains(document.activeElement)).toBe(false);
  });

  it('says under the picture which filter has the focus, and picks it', async () => {
    const { user, app } = await show(<Tiles visible />);
    const readout = () => document.querySelector('.readout')!.textContent;
    expect(readout()).toBe('Step 40. Pick a filter to see its alignment over time.');
    await user.tab();
    expect(buttons()[0]!.textContent).toContain(readout());
    await user.keyboard('{Enter}');
    expect(app.pick).toHaveBeenCalledOnce();
  });

  it('forgets the filter that is pointed at with the network that had it', async () => {
    const narrow = await endOf('m=2&k=1');
    const { user, set } = await show(<Tiles visible />, { state: await endOf('m=16') });
    const readout = () => document.querySelector('.readout')!.textContent;
    await user.tab();
    await user.keyboard('{End}');
    expect(readout()).toMatch(/^Filter \d+ of class −1/);
    set({ run: narrow.run, experiment: narrow.experiment });
    expect(readout()).toMatch(/^Step 40\. Pick a filter/);
  });

  it('takes a press that is on no filter as none', async () => {
    const { app } = await show(<Tiles visible />);
    const picture = screen.getByRole('img');
    fireEvent.pointerMove(picture, { clientX: -5, clientY: -5 });
    fireEvent.click(picture, { clientX: -5, clientY: -5 });
    expect(app.pick).not.toHaveBeenCalled();
  });

  it('says when it will be there, before the first run', async () => {
    await show(<Tiles visible />, { state: initialState(small(), []) });
    expect(screen.getByText('The filters are shown as soon as the first run has begun.')).toBeTruthy();
  });

  it('is in Chinese where the page is', async () => {
    await show(<Tiles visible />, { language: 'zh' });
    expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/第 40 步/);
  });
});

describe('some filters beside the spectra', () => {
  it('say how many follow a signal vector once they are trained', async () => {
    await show(<HeroTiles />);
    expect(screen.getByText(/^\d of 8 follow one signal vector each$/)).toBeTruthy();
  });

  it('are random before', async () => {
    await show(<HeroTiles />, { state: await endOf('', 0) });
    expect(screen.getByText('random, before training')).toBeTruthy();
  });
});
