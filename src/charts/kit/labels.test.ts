import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, placeLabels, placeWishing, spread, textBox } from './labels';

const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
const request = (key: string, ...positions: { x: number; y: number }[]) => ({
  key,
  text: key,
  fontSize: 12,
  positions: positions.map((position) => ({ ...position, anchor: 'start' as const })),
});

describe('placing labels', () => {
  it('takes the first position that is free', () => {
    const placed = placeLabels(
      [request('first', { x: 10, y: 50 }), request('second', { x: 12, y: 52 }, { x: 10, y: 80 })],
      bounds,
      [],
    );
    expect(placed.map(({ key, y }) => [key, y])).toEqual([
      ['first', 50],
      ['second', 80],
    ]);
  });
  it('gives up wishes, the last first, before it drops a label, but never what is closed', () => {
    const [first, second, closed] = [40, 70, 90].map((top) => ({ left: 0, right: 200, top, bottom: top + 12 }));
    const one = request('one', { x: 10, y: 50 }, { x: 10, y: 80 }, { x: 10, y: 99 });
    const place = (...wishes: { left: number; right: number; top: number; bottom: number }[]) =>
      placeWishing(
        [one],
        bounds,
        [closed!],
        wishes.map((box) => [box]),
      ).map(({ y }) => y);
    expect([place(first!), place(first!, second!), place(second!, first!), place({ ...bounds })]).toEqual([
      [80],
      [80],
      [50],
      [50],
    ]);
    expect(placeWishing([one], bounds, [bounds], [])).toEqual([]);
  });
  it('drops the least important label where two do not fit', () => {
    const placed = placeLabels([request('first', { x: 10, y: 50 }), request('second', { x: 12, y: 52 })], bounds, []);
    expect(placed.map(({ key }) => key)).toEqual(['first']);
  });
  it('keeps clear of obstacles and of the edge', () => {
    const obstacle = { left: 0, right: 100, top: 40, bottom: 60 };
    expect(placeLabels([request('a', { x: 10, y: 50 })], bounds, [obstacle])).toEqual([]);
    expect(placeLabels([request('a', { x: 199, y: 50 })], bounds, [])).toEqual([]);
  });
  it('never lets two labels overlap', () => {
    const position = fc.record({ x: fc.integer({ min: -20, max: 220 }), y: fc.integer({ min: -10, max: 110 }) });
    fc.assert(
      fc.property(fc.array(fc.array(position, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), (wishes) => {
        const placed = placeLabels(
          wishes.map((positions, i) => request(`label ${i}`, ...positions)),
          bounds,
          [],
        );
        const boxes = placed.map((label) => textBox(label.text, 12, label));
        return boxes.every((a, i) => boxes.every((b, j) => i === j || !overlap(a, b)));
      }),
    );
  });
});

describe('spreading names along an edge', () => {
  const places = (wishes: readonly number[]) => spread(wishes, (wish) => wish, 14, 0, 100).map(({ at }) => at);

  it('leaves names alone that are far apart', () => {
    expect(places([10, 60, 90])).toEqual([10, 60, 90]);
  });
  it('moves near names apart evenly, and the order of wishes stays', () => {
    expect(places([54, 50])).toEqual([59, 45]);
  });
  it('keeps the gap and the limits for any wishes that can be met', () => {
    const wishes = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(wishes, (wishes) => {
        const sorted = places(wishes).toSorted((a, b) => a - b);
        return sorted.every(
          (place, i) => place >= -1e-9 && place <= 100 + 1e-9 && place - (sorted[i - 1] ?? -Infinity) >= 14 - 1e-9,
        );
      }),
    );
  });
});
