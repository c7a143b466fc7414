import type { Point } from '../kit/polyline';
import { heightAt } from './data';
import type { SpectrumFrame } from './frame';

/** Pixels, short enough to write sixty times a second. */
export const px = (value: number) => Math.round(value * 100) / 100;

/** Left and right of the ink of value `index`. */
function sides(frame: SpectrumFrame, index: number): [number, number] {
  const half = Math.max(0, (frame.gap - 1) / 2);
  return [frame.left(index) + half, frame.left(index + 1) - frame.gap + half];
}

/** Steps of values `from` (included) to `to` (excluded): vertically to each height, then along its place. */
function steps(
  heights: readonly number[],
  from: number,
  to: number,
  frame: SpectrumFrame,
  y: (height: number) => number,
): string {
  let path = '';
  for (let i = from; i < to; i += frame.stride) {
    const last = Math.min(i + frame.stride, to) - 1;
    path += `V${px(y(heightAt(heights, i)))}H${px(frame.left(last + 1))}`;
  }
  return path;
}

/**
 * The ink of values `from` (included) to `to` (excluded) as one closed path: separate bars, or one stepped area where
 * the places are too narrow for gaps.
 */
export function barsPath(relative: readonly number[], from: number, to: number, frame: SpectrumFrame): string {
  const end = Math.min(to, relative.length);
  if (end <= from) return '';
  const { bottom } = frame.plot;
  if (frame.gap === 0)
    return `M${px(frame.left(from))},${bottom}${steps(relative, from, end, frame, frame.y)}V${bottom}Z`;
  let path = '';
  for (let i = from; i < end; i++) {
    const [left, right] = sides(frame, i);
    path += `M${px(left)},${bottom}V${px(frame.y(heightAt(relative, i)))}H${px(right)}V${bottom}Z`;
  }
  return path;
}

/**
 * The upper edges of the same bars as an open path, for a stroke `thickness` wide that stays inside the bars, and
 * above the axis for a value of zero.
 */
export function edgesPath(
  relative: readonly number[],
  from: number,
  to: number,
  frame: SpectrumFrame,
  thickness: number,
): string {
  const end = Math.min(to, relative.length);
  if (end <= from) return '';
  const y = (height: number) => Math.min(frame.y(height) + thickness / 2, frame.plot.bottom - thickness / 2);
  if (frame.gap === 0)
    return `M${px(frame.left(from))},${px(y(heightAt(relative, from)))}${steps(relative, from, end, frame, y)}`;
  let path = '';
  for (let i = from; i < end; i++) {
    const [left, right] = sides(frame, i);
    path += `M${px(left)},${px(y(heightAt(relative, i)))}H${px(right)}`;
  }
  return path;
}

/** The middle of the place of value `index`, without the free pixel after it. */
export function middleOf({ left }: SpectrumFrame, index: number): number {
  return (left(index) + left(index + 1) - 1) / 2;
}

/** The middle of each place at its height; of every few places where they share a pixel. */
export function middles(relative: readonly number[], frame: SpectrumFrame): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < relative.length; i += frame.stride)
    points.push({ x: middleOf(frame, i), y: frame.y(heightAt(relative, i)) });
  return points;
}

/** A line through the middle of each place: for values that fall evenly, as those of filters at initialisation. */
export function throughPath(relative: readonly number[], frame: SpectrumFrame): string {
  return middles(relative, frame)
    .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${px(x)},${px(y)}`)
    .join('');
}

/**
 * A level over each place: for values that jump, as those of clean data. Over bars, equal neighbours join and unequal
 * ones are left apart, as a riser would run along the dashed line; a stepped area has risers, as its levels alone
 * would fall into dust.
 */
export function levelsPath(relative: readonly number[], frame: SpectrumFrame): string {
  if (relative.length === 0) return '';
  const y = (height: number) => Math.min(frame.y(height), frame.plot.bottom - 1);
  if (frame.gap === 0)
    return `M${px(frame.left(0))},${px(y(heightAt(relative, 0)))}${steps(relative, 0, relative.length, frame, y)}`;
  let path = '';
  for (let i = 0; i < relative.length; i++) {
    if (i === 0 || relative[i] !== relative[i - 1]) path += `M${px(frame.left(i))},${px(y(heightAt(relative, i)))}`;
    path += `H${px(frame.left(i + 1))}`;
  }
  return path;
}
