import { screen } from '@testing-library/react';
import { lazy, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Late } from './late';
import { show } from './testing/render';

interface Part {
  readonly default: () => ReactElement;
}

describe('a part that is loaded late', () => {
  it('is there once it is loaded, with something in its place until then', async () => {
    let arrive: (part: Part) => void = () => {};
    const Coming = lazy(() => new Promise<Part>((resolve) => void (arrive = resolve)));
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

  it('that cannot be had leaves the rest and offers to load the page again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const Gone = lazy(() => Promise.reject<{ default: () => null }>(new Error('gone')));
    await show(
      <>
        <p>the rest</p>
        <Late>
          <Gone />
        </Late>
      </>,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('A part of the page could not be shown.');
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
    expect(screen.getByText('the rest')).toBeTruthy();
    vi.restoreAllMocks();
  });
});
