import { act, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { part } from '../loading/part';
import { Late } from './late';
import { late, lateOf } from './late-part';
import { show } from './testing/render';

interface Part {
  readonly default: () => ReactElement;
}

describe('a part that is loaded late', () => {
  it('is there once it is loaded, with something in its place until then', async () => {
    let arrive: (part: Part) => void = () => {};
    const Coming = late(() => new Promise<Part>((resolve) => void (arrive = resolve)));
    await show(
      <Late meanwhile={<p>soon</p>}>
        <Coming />
      </Late>,
    );
    expect(screen.getByText('soon')).toBeTruthy();
    arrive({ default: () => <p>here</p> });
    expect(await screen.findByText('here')).toBeTruthy();
    expect(screen.queryByText('soon')).toBeNull();
  });

  it('takes turns where several come with one script, so that no task is long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 5));
    try {
      const script = part(async () => ({ One: () => <p>one</p>, Other: () => <p>other</p> }));
      const One = lateOf(script, (module) => module.One),
        Other = lateOf(script, (module) => module.Other);
      await show(
        <Late>
          <One />
          <Other />
        </Late>,
      );
      await act(async () => script());
      expect(screen.queryByText('one')).toBeNull();
      await act(async () => void vi.advanceTimersToNextTimer());
      expect(screen.getByText('one')).toBeTruthy();
      expect(screen.queryByText('other')).toBeNull();
      await act(async () => void vi.advanceTimersToNextTimer());
      expect(screen.getByText('other')).toBeTruthy();
    } finally {
      clock.mockRestore();
      vi.useRealTimers();
    }
  });

  describe('and cannot be had', () => {
    beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
    afterEach(() => vi.restoreAllMocks());

    it('leaves the rest, and comes when it is asked for again', async () => {
      let gone = true;
      const load = vi.fn<() => Promise<Part>>(async () => {
        if (gone) throw new Error('gone');
        return { default: () => <p>here</p> };
      });
      const Gone = lateOf(part(load, { pauses: [1], said: true }), (module) => module.default);
      const { user } = await show(
        <>
          <p>the rest</p>
          <Late>
            <Gone />
          </Late>
          <Late quiet>
            <Gone />
          </Late>
        </>,
      );
      expect((await screen.findByRole('alert')).textContent).toContain('A part of the page could not be shown.');
      expect(screen.getAllByRole('alert')).toHaveLength(1);
      expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
      expect(screen.getByText('the rest')).toBeTruthy();
      // However often the page is drawn meanwhile.
      await act(async () => {});
      expect(load).toHaveBeenCalledTimes(2);

      gone = false;
      await user.click(screen.getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(screen.getAllByText('here')).toHaveLength(2));
      expect(screen.queryByRole('alert')).toBeNull();
    });
  });
});
