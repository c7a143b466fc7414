import { expect, it, vi } from 'vitest';
import { followHold } from './follow-hold';

it('a slider is held from where a pointer comes down on it to where it goes up, wherever that is', () => {
  document.body.innerHTML =
    '<input type="range"><div role="slider"><span></span></div><input type="number"><p>words</p>';
  const hold = vi.fn<(held: boolean) => void>();
  followHold({ hold }, document);
  const act = (type: string, selector: string) =>
    document.querySelector(selector)!.dispatchEvent(new Event(type, { bubbles: true }));
  act('pointerdown', '[type="number"]');
  act('pointerdown', 'p');
  expect(hold).not.toHaveBeenCalled();
  act('pointerdown', '[type="range"]');
  act('pointerup', 'p');
  act('pointerdown', 'span');
  act('pointercancel', 'span');
  expect(hold.mock.calls).toEqual([[true], [false], [true], [false]]);
});
