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
