import type { SpectrumFrame } from './spectrum-frame';

/** Pixels, short enough to write sixty times a second. */
const px = (value: number) => Math.round(value * 100) / 100;

/** Left and right of the ink of value `index`. */
function sides(frame: SpectrumFrame, index: number): [number, number] {
  const { gap, pitch } = frame;
  const left = frame.left(index) + Math.max(0, (gap - 1) / 2);
  return [left, left + pitch - gap];
}

/**
 * The ink of values `from` (included) to `to` (excluded) as one closed path: separate bars, or one stepped area where
 * the places are too narrow for gaps.
 */
export function barsPath(relative: readonly number[], from: number, to: number, frame: SpectrumFrame): string {
  const end = Math.min(to, relative.length);
  if (end <= from) return '';
  const { bottom } = frame.plot;
  let path = '';
  if (frame.gap > 0) {
    for (let i = from; i < end; i++) {
      const [left, right] = sides(frame, i);
      path += `M${px(left)},${bottom}V${px(frame.y(relative[i]))}H${px(right)}V${bottom}Z`;
    }
    return path;
  }
  path = `M${px(frame.left(from))},${bottom}`;
  for (let i = from; i < end; i++) path += `V${px(frame.y(relative[i]))}H${px(frame.left(i) + frame.pitch)}`;
  return `${path}V${bottom}Z`;
}

/**
 * The upper edges of the same bars as an open path, for a stroke `thickness` wide that stays inside the bars, and
 * above the axis for a value of zero.
 */
export function edgesPath(relative: readonly number[], from: number, to: number, frame: SpectrumFrame, thickness: number): string {
  const end = Math.min(to, relative.length);
  let path = '';
  for (let i = from; i < end; i++) {
    const y = px(Math.min(frame.y(relative[i]) + thickness / 2, frame.plot.bottom - thickness / 2));
    const [left, right] = sides(frame, i);
    path += frame.gap > 0 || i === from ? `M${px(left)},${y}H${px(right)}` : `V${y}H${px(right)}`;
  }
  return path;
}

/** A line through the middle of each place: for values that fall evenly, as those of filters at initialisation. */
export function throughPath(relative: readonly number[], frame: SpectrumFrame): string {
  return relative.map((value, i) => `${i === 0 ? 'M' : 'L'}${px(frame.left(i) + (frame.pitch - 1) / 2)},${px(frame.y(value))}`).join('');
}

/**
 * A level over each place: for values that jump, as those of clean data. Equal neighbours join; unequal ones are left
 * apart over bars, where a riser would run along the dashed line, and are joined over a stepped area, where they
 * would fall into dust.
 */
export function levelsPath(relative: readonly number[], frame: SpectrumFrame): string {
  let path = '';
  let last = Number.NaN;
  for (let i = 0; i < relative.length; i++) {
    const y = px(Math.min(frame.y(relative[i]), frame.plot.bottom - 1));
    if (y !== last) path += frame.gap > 0 || i === 0 ? `M${px(frame.left(i))},${y}` : `V${y}`;
    path += `H${px(frame.left(i) + frame.pitch)}`;
    last = y;
  }
  return path;
}
