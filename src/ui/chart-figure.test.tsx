import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { Chart } from '../charts/kit/chart';
import { ChartFigure } from './chart-figure';
import { PickableFigure } from './pickable-figure';
import { browser, endOf, show } from './testing/render';

interface Data {
  readonly name: string;
  readonly description: string;
  readonly shift: number;
}

/** A bar as wide as the chart; a pointer finds which tenth of it it is in. */
const chart: Chart<Data, number> = {
  scene: ({ name, description, shift }, size) => ({
    size,
    name,
    description,
    attributes: {},
    layers: [
      { name: 'bar', shape: 'rect', marks: [{ key: 0, attributes: { x: shift, y: 0, width: size.width, height: 1 } }] },
    ],
  }),
  table: ({ shift }, words) => ({ head: [words.index, 'shift'], rows: [['1', String(shift)]] }),
  hit: ({ x }, { shift }, { width }) => (x < 0 || x >= width ? null : Math.floor((10 * (x + shift)) / width)),
};
const data: Data = { name: 'A bar', description: 'It is wide.', shift: 0 };
const height = () => 100;
const bar = () => screen.getByRole('img', { name: 'A bar' }).querySelector('rect');
const at = (clientX: number, buttons = 0) => ({ clientX, clientY: 5, buttons, bubbles: true });

describe('a figure works from the contract of its chart', () => {
  it('draws it at its width, and again when its data change', async () => {
    browser.width = 640;
    function Shifting() {
      const [shift, setShift] = useState(0);
      return (
        <>
          <button onClick={() => setShift(7)}>Shift</button>
          <ChartFigure chart={chart} data={{ ...data, shift }} height={height} />
        </>
      );
    }
    const { user } = await show(<Shifting />);
    expect(bar()?.getAttribute('width')).toBe('640');
    await user.click(screen.getByRole('button', { name: 'Shift' }));
    expect(bar()?.getAttribute('x')).toBe('7');
  });
  it('draws nothing before it is seen, or before there are data', async () => {
    browser.sight = false;
    const { container, unmount } = await show(<ChartFigure chart={chart} data={data} height={height} />);
    expect(container.querySelector('rect')).toBeNull();
    unmount();
    browser.sight = true;
    const empty = await show(<ChartFigure chart={chart} data={null} height={height} />);
    expect(empty.container.querySelector('rect, .numbers-button')).toBeNull();
  });
  it('says what the pointer finds, whether it presses, and that it left', async () => {
    browser.width = 1000;
    const onPoint = vi.fn();
    const onOpen = vi.fn();
    await show(<ChartFigure chart={chart} data={data} height={height} onPoint={onPoint} onOpen={onOpen} />);
    const svg = screen.getByRole('img', { name: 'A bar' });
    fireEvent.pointerMove(svg, at(250));
    fireEvent.pointerDown(svg, at(250, 1));
    fireEvent.pointerMove(svg, at(5000));
    fireEvent.pointerLeave(svg, at(5000));
    expect(onPoint.mock.calls).toEqual([
      [2, false],
      [2, true],
      [null, false],
      [null, false],
    ]);
    fireEvent.pointerUp(svg, at(930));
    expect(onOpen.mock.calls).toEqual([[9]]);
  });
  it('fits data to its size before it draws or looks for something in them', async () => {
    browser.width = 1000;
    const onPoint = vi.fn();
    const fit = (given: Data, { width }: { readonly width: number }) => ({ ...given, shift: width / 10 });
    await show(<ChartFigure chart={chart} data={data} height={height} fit={fit} onPoint={onPoint} />);
    expect(bar()?.getAttribute('x')).toBe('100');
    fireEvent.pointerMove(screen.getByRole('img', { name: 'A bar' }), at(250));
    expect(onPoint).toHaveBeenCalledExactlyOnceWith(3, false);
  });
  it('opens its numbers, under its name and its summary', async () => {
    const { user } = await show(<ChartFigure chart={chart} data={{ ...data, shift: 4 }} height={height} />);
    await user.click(screen.getByRole('button', { name: /A bar/ }));
    const dialog = await screen.findByRole('dialog', { name: 'A bar' });
    expect(dialog.textContent).toContain('It is wide.');
    expect(Array.from(dialog.querySelectorAll('tbody :is(th, td)'), (cell) => cell.textContent)).toEqual(['1', '4']);
  });
});

describe('what a pointer finds in a figure, keys find too', () => {
  const points = { label: 'Points', rows: [[{ label: 'first', hit: 3 }, null, { label: 'second', hit: 8 }]] };

  it('as buttons that point when they have the focus and open when they are pressed', async () => {
    const onPoint = vi.fn();
    const onOpen = vi.fn();
    const { user } = await show(
      <PickableFigure chart={chart} data={data} height={height} onPoint={onPoint} onOpen={onOpen} points={points} />,
    );
    act(() => screen.getByRole('button', { name: 'first' }).focus());
    await user.keyboard('{ArrowRight}{Enter}');
    expect(onPoint.mock.calls).toEqual([
      [3, false],
      [null, false],
      [8, false],
    ]);
    expect(onOpen.mock.calls).toEqual([[8]]);
  });
});

it('a figure of a frame that nobody sees is drawn all the same, for whoever prints the page around it', async () => {
  browser.sight = false;
  const state = await endOf();
  const { container, set } = await show(<ChartFigure chart={chart} data={data} height={height} />, { state });
  const drawn = () => container.querySelectorAll('svg rect').length;
  expect(drawn()).toBe(0);
  set({ presence: 'away' });
  expect(drawn()).toBeGreaterThan(0);
});
