import { textWidth } from '../../charts/kit/text-width';

/** Words beside small images and rows of cells: the classes, what filters are that follow no signal vector, the space beside the signal span. */
export interface PictureMarks {
  readonly plus: string;
  readonly minus: string;
  readonly noise: string;
  readonly idle: string;
  readonly rest: string;
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/**
 * Names of the signal vectors: u₁, v₁, u₂, v₂, … where even ones belong to class +1 and odd ones to class −1;
 * s₁, s₂, … where they are singular vectors of real images and belong to no class.
 */
export function signalNames(count: number, classed = true): string[] {
  return Array.from({ length: count }, (_, feature) =>
    classed
      ? `${feature % 2 === 0 ? 'u' : 'v'}${subscript(Math.floor(feature / 2) + 1)}`
      : `s${subscript(feature + 1)}`,
  );
}

function subscript(number: number): string {
  return [...String(number)].map((digit) => SUBSCRIPTS[Number(digit)]).join('');
}

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
