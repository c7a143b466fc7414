import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { endOf, show, withRun } from '../ui/testing/render';
import { Transport } from './transport';

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('transport', () => {
  it('offers a run that has ended again, with nothing to step to', async () => {
    const { app, user } = await show(<Transport />);
    expect(button('Step').disabled).toBe(true);
    await user.click(button('Replay'));
    expect(app.play).toHaveBeenCalledOnce();
  });

  it('pauses what is running', async () => {
    const { app, user } = await show(<Transport />, {
      state: withRun(await endOf(), { status: 'training', playing: true }),
    });
    await user.click(button('Pause'));
    expect(app.pause).toHaveBeenCalledOnce();
    expect(app.play).not.toHaveBeenCalled();
  });
});
