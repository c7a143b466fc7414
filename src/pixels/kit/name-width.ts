import { textWidth } from '../../charts/kit/text-width';
import type { PictureMarks } from '../tiles/tile';

/** Room for the names of the signal vectors, with the space after them. Subscripts are narrower than other letters. */
export function nameWidth(names: readonly string[], fontSize: number): number {
  const widest = Math.max(
    0,
    ...names.map((name) => textWidth(name.slice(0, 1), fontSize) + 0.4 * fontSize * (name.length - 1)),
  );
  return Math.ceil(widest) + 5;
}

/** Room for what filters are called that follow no signal vector. */
export function noneWidth({ noise, idle }: PictureMarks, fontSize: number): number {
  return Math.ceil(Math.max(textWidth(noise, fontSize), textWidth(idle, fontSize)));
}
