import { act, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { textWidth, widthInHelvetica } from '../charts/kit/text-width';
import { useBreadth } from './use-breadth';
import { useChartTheme } from './use-chart-theme';
import { AppContext } from '../store/use-app';
import { testApp } from '../store/testing';

const texts = SVGElement.prototype as unknown as { getComputedTextLength?: (this: SVGElement) => number };
/** As a browser whose letters are so many times as wide as Helvetica's. */
const letters = (times: number) => {
  texts.getComputedTextLength = function () {
    return times * widthInHelvetica(this.textContent, Number(this.getAttribute('font-size')));
  };
};
afterEach(() => {
  delete texts.getComputedTextLength;
});

it('charts estimate words as wide as the page’s fonts are, and again where a style sheet sets letters apart', async () => {
  letters(1.1);
  const themes = new Set<unknown>();
  function Breadth() {
    themes.add(useChartTheme());
    return <p>{useBreadth()}</p>;
  }
  const app = testApp('#n=16&m=4&steps=4&autoplay=0');
  const { unmount } = render(
    <AppContext value={app}>
      <Breadth />
    </AppContext>,
  );
  expect(screen.getByText('1.1')).toBeTruthy();
  expect(textWidth('rank', 10)).toBeCloseTo(1.1 * widthInHelvetica('rank', 10), 9);
  letters(1.25);
  const style = document.createElement('style');
  await act(async () => document.head.append(style));
  expect(screen.getByText('1.25')).toBeTruthy();
  expect(themes.size).toBe(2);
  // Kerning is no other font, and narrower ones have room enough.
  letters(0.97);
  await act(async () => style.remove());
  expect(screen.getByText('1')).toBeTruthy();
  expect(textWidth('rank', 10)).toBe(widthInHelvetica('rank', 10));
  unmount();
  app.pause();
});
