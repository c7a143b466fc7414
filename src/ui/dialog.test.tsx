import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Dialog } from './dialog';
import { show } from './testing/render';

const closed = vi.fn();

function Opener({ back }: { back?: { label: string; act(): void } }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <Dialog
          title="Numbers"
          className="numbers"
          {...(back ? { back } : {})}
          onClose={() => {
            closed();
            setOpen(false);
          }}
        >
          <p>What is in it</p>
          <button type="button" onClick={() => setOpen(false)}>
            Done
          </button>
        </Dialog>
      )}
    </>
  );
}

async function opened(back?: { label: string; act(): void }) {
  closed.mockClear();
  const { user } = await show(<Opener {...(back ? { back } : {})} />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  const dialog = screen.getByRole('dialog', { name: 'Numbers' });
  dialog.getBoundingClientRect = () => new DOMRect(100, 100, 200, 200);
  return { user, dialog };
}

const press = (on: Element, at: { clientX: number; clientY: number }) => fireEvent.pointerDown(on, at);
const release = (on: Element, at: { clientX: number; clientY: number }) => fireEvent.pointerUp(on, at);
const beside = { clientX: 20, clientY: 150 },
  inside = { clientX: 150, clientY: 150 };

const gone = () => expect(screen.queryByRole('dialog')).toBeNull();
const focused = (name: string) => expect(document.activeElement).toBe(screen.getByRole('button', { name }));

describe('a dialog', () => {
  it('has the focus once it is open', async () => {
    await opened();
    focused('Close');
  });

  it.each([
    ['its button', async ({ user }: Awaited<ReturnType<typeof opened>>) => user.click(screen.getByText('Close'))],
    ['the Escape key', async ({ user }) => user.keyboard('{Escape}')],
    [
      'a press beside it',
      async ({ dialog }) => {
        press(dialog, beside);
        release(dialog, beside);
      },
    ],
  ] as [string, (open: Awaited<ReturnType<typeof opened>>) => Promise<void>][])(
    'is closed by %s, told of once, and gives the focus back',
    async (_, close) => {
      const open = await opened();
      await act(() => close(open));
      gone();
      expect(closed).toHaveBeenCalledOnce();
      focused('Open');
    },
  );

  it('gives the focus back where it is taken off the page', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    gone();
    focused('Open');
  });

  it('stays where a press begins or ends inside, as where text is selected, and where its own edge is pressed', async () => {
    const { dialog } = await opened();
    press(screen.getByText('What is in it'), inside);
    release(dialog, beside);
    press(dialog, beside);
    release(dialog, inside);
    press(dialog, inside);
    release(dialog, inside);
    expect(screen.getByRole('dialog')).toBe(dialog);
    expect(closed).not.toHaveBeenCalled();
  });

  it('may lead back instead of closing; Escape closes it all the same', async () => {
    const back = { label: 'Smaller', act: vi.fn() };
    const { user } = await opened(back);
    await user.click(screen.getByRole('button', { name: 'Smaller' }));
    expect(back.act).toHaveBeenCalledOnce();
    expect(screen.getByRole('dialog')).toBeTruthy();
    await user.keyboard('{Escape}');
    gone();
  });
});
