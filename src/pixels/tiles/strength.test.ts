import { expect, it } from 'vitest';
import { fadedGreys, packed, parseColour, ramp } from '../kit/colour';
import { signalNames } from '../kit/names';
import { filterStrength } from './strength';

it('shows every filter at its own contrast, and pales those that are far shorter than the longest', () => {
  const { scales, opacity } = filterStrength([10, -20, 3, 0, 1, -1, 0, 0], 2);
  expect([...scales]).toEqual([20, 3, 1, 0]);
  expect([...opacity]).toEqual([1, 1, 0.5, 0.25]);
});

it('shows filters of zeros without a word', () => {
  expect([...filterStrength([0, 0, 0, 0], 2).opacity]).toEqual([1, 1]);
});

it('fades greys towards the page', () => {
  const greys = fadedGreys('#ffffff');
  expect(greys(1)[0]).toBe(0xff000000);
  expect(greys(0.5)[0]).toBe(0xff808080);
  expect(greys(0)[0]).toBe(0xffffffff);
});

it('goes from one colour to another in memory’s order of bytes', () => {
  expect(new Uint8Array(Uint32Array.of(packed(parseColour('#0a141e'))).buffer)).toEqual(Uint8Array.of(10, 20, 30, 255));
  const blues = ramp('#000000', '#0000ff');
  expect([blues[0], blues[255]]).toEqual([0xff000000, 0xffff0000]);
});

it('names signal vectors class by class, singular vectors in order', () => {
  expect(signalNames(4)).toEqual(['u₁', 'v₁', 'u₂', 'v₂']);
  expect(signalNames(11, false)[10]).toBe('s₁₁');
});
