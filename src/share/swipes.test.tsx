import { afterEach, expect, it, vi } from 'vitest';
import { forwardSwipes } from './swipes';

const tell = vi.fn();
let stop = () => {};
afterEach(() => {
  stop();
  tell.mockReset();
});

type At = readonly [x: number, y: number];

/** A finger that goes from one place to another, in so many ms. */
function swipe(target: Element, from: At, to: At, ms = 200, fingers = 1): void {
  const touch = (type: string, [clientX, clientY]: At, at: number, down: number) => {
    const finger = { clientX, clientY };
    const event = new Event(type, { bubbles: true });
    Object.defineProperty(event, 'timeStamp', { value: at });
    const touches = Array.from({ length: down }, () => finger);
    target.dispatchEvent(Object.assign(event, { touches, changedTouches: [finger] }));
  };
  touch('touchstart', from, 1000, fingers);
  touch('touchend', to, 1000 + ms, 0);
}

function shown(): Element {
  document.body.innerHTML = `<svg class="chart"></svg><input type="range"><div class="curve-plot"><svg></svg></div>
    <div class="wide" style="overflow-x: auto"><p></p></div>`;
  stop = forwardSwipes(window, tell);
  return document.querySelector('.chart')!;
}

it('tells of a swipe as of the arrow key that means the same', () => {
  const chart = shown();
  swipe(chart, [200, 100], [120, 110]);
  swipe(chart, [100, 100], [180, 80]);
  expect(tell.mock.calls).toEqual([
    [{ key: 'ArrowRight', code: 'ArrowRight', shiftKey: false, repeat: false }],
    [{ key: 'ArrowLeft', code: 'ArrowLeft', shiftKey: false, repeat: false }],
  ]);
  stop();
  swipe(chart, [200, 100], [120, 110]);
  expect(tell).toHaveBeenCalledTimes(2);
});

it('keeps what is no swipe: a tap, a way down, a slow drag, two fingers', () => {
  const chart = shown();
  swipe(chart, [200, 100], [190, 100]);
  swipe(chart, [200, 100], [120, 200]);
  swipe(chart, [200, 100], [120, 100], 900);
  swipe(chart, [200, 100], [120, 100], 200, 2);
  expect(tell).not.toHaveBeenCalled();
});

it.each(['input', '.curve-plot svg', '.wide p'])('keeps what drags something along: %s', (selector) => {
  shown();
  Object.defineProperty(document.querySelector('.wide'), 'scrollWidth', { value: 900 });
  swipe(document.querySelector(selector)!, [200, 100], [100, 100]);
  expect(tell).not.toHaveBeenCalled();
});
