import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { writeRun } from '../../experiment/runs';
import { presentWish } from '../../store/present-wish';
import { recordName } from '../../store/records-control';
import { endOf, seen, show, small, summary, withRecords, withRun } from '../../ui/testing/render';
import { Runs } from './panel';

const table = () => screen.getByRole('table');
const rows = () => within(table()).getAllByRole('row').slice(1);
const cell = (row: HTMLElement, name: string) => row.querySelector(`[data-cell="${name}"]`)!.textContent;

describe('the table of runs', () => {
  it('is not there before there is another run, but in a frame', async () => {
    const { app, user, unmount } = await show(<Runs visible />);
    expect(screen.queryByRole('table')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Pin this run' }));
    expect(app.pin).toHaveBeenCalledOnce();
    unmount();
    await show(<Runs visible />, { room: 200 });
    expect(rows()).toHaveLength(1);
    expect(rows()[0]!.getAttribute('aria-current')).toBe('true');
    expect(cell(rows()[0]!, 'filters')).toMatch(/^\d\.\d$/);
  });

  it('lists pinned runs by letter and recent ones after them, with what differs', async () => {
    const state = withRecords(await endOf(), [{ link: 'sigma=0.4', pinned: true }, { link: 'm=8' }]);
    const { app, user } = await show(<Runs visible />, { state });
    expect(rows().map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['now', 'A', 'before']);
    expect(
      within(table())
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/σ/), expect.stringMatching(/m/)]));
    expect(within(rows()[1]!).getByText('0.4').className).toBe('differs');
    expect(cell(rows()[1]!, 'data')).toBe('9.5');
    await user.click(screen.getByRole('button', { name: 'Open run A' }));
    expect(app.openRun.mock.calls[0]![0].sigma).toBe(0.4);
    await user.click(screen.getByRole('button', { name: 'Unpin A' }));
    expect(app.unpin).toHaveBeenCalledWith(writeRun(small('sigma=0.4')));
    expect(screen.getByRole('button', { name: 'Open recent run 1' })).toBeTruthy();
  });

  it('takes a line for each pinned run as it is typed, undone as a whole, and presents them once there is one', async () => {
    const state = withRecords(await endOf(), [
      { link: 'sigma=0.4', pinned: true },
      { link: 'm=8', pinned: true },
    ]);
    const { app, user } = await show(<Runs visible />, { state });
    const present = screen.getByRole('button', { name: 'Present these runs' });
    await user.click(present);
    expect(presentWish.getState().wished).toBe(false);
    await user.type(screen.getByRole('textbox', { name: 'Line of run B' }), ' <b>Half</b> the noise. ');
    expect(app.change.mock.calls[0]).toEqual([{ talk: ['', '<'] }, { by: 'act' }]);
    expect(app.change).toHaveBeenLastCalledWith({ talk: ['', '<b>Half</b> the noise.'] }, { by: 'page' });
    expect(app.change.mock.calls.filter(([, { by }]) => by !== 'page')).toHaveLength(1);
    await user.click(present);
    expect(presentWish.getState().wished).toBe(true);
    presentWish.setState({ wished: false });
  });

  it('keeps the focus when the row of a button that is pressed goes', async () => {
    const state = withRecords(await endOf(), [{ link: 'sigma=0.4', pinned: true }]);
    const { user } = await show(<Runs visible />, { state });
    await user.click(screen.getByRole('button', { name: 'Unpin A' }));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Runs side by side' }));
  });

  it('says of the current run that it is pinned', async () => {
    const state = await endOf();
    const { app, user } = await show(<Runs visible />, { state: seen(state, { pins: [writeRun(state.experiment)] }) });
    const button = screen.getByRole('button', { name: 'Pinned as A' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Unpin A' }));
    expect(app.unpin).toHaveBeenCalledWith(writeRun(state.experiment));
  });

  it('says which pinned runs are still computed', async () => {
    const state = withRecords(await endOf(), [
      { link: 'sigma=0.4', pinned: true, record: { status: 'running', run: null } },
    ]);
    await show(<Runs visible />, { state });
    expect(screen.getByRole('status').textContent).toBe('Computing run A …');
    expect(rows()[1]!.textContent).toContain('computing …');
  });

  it('says which could not be made and why, and tries again', async () => {
    const state = withRecords(await endOf(), [
      {
        link: 'sigma=0.4',
        pinned: true,
        record: { status: 'failed', run: null, failure: { kind: 'worker-not-started' } },
      },
    ]);
    const { app, user } = await show(<Runs visible />, { state });
    expect(screen.getByRole('alert').textContent).toMatch(/^Run A could not be made: ./);
    await user.click(screen.getByRole('button', { name: 'Try again to make run A' }));
    expect(app.retryRecord).toHaveBeenCalledWith(recordName(small('sigma=0.4')));
  });

  it('says that no more can be kept without letting one go', async () => {
    const state = withRecords(
      await endOf(),
      [0.3, 0.4, 0.5, 0.6].map((sigma) => ({ link: `sigma=${sigma}`, pinned: true })),
    );
    await show(<Runs visible />, { state });
    expect(screen.getByRole('status').textContent).toBe('At most 4 are kept: the next one takes the place of A.');
  });

  it('marks a run that diverged', async () => {
    const run = { history: [], summary: summary({ diverged: true }) } as never;
    const state = withRecords(await endOf(), [{ link: 'lr=90', pinned: true, record: { run } }]);
    await show(<Runs visible />, { state });
    expect(cell(rows()[1]!, 'filters')).toBe('diverged2.5');
  });

  it('says at which step the current run is while it trains', async () => {
    const state = await endOf('', 10);
    await show(<Runs visible />, { room: 200, state: withRun(state, { cursor: 20 }) });
    expect(rows()[0]!.textContent).toContain('step 20 of 40');
  });

  it('is in Chinese where the page is', async () => {
    await show(<Runs visible />, { room: 200, language: 'zh' });
    expect(screen.getByRole('region').getAttribute('aria-label')).toMatch(/[\u4e00-\u9fff]/);
  });
});
