/** H = I − factor·v vᵀ, which sends a vector to image·e_pivot; its length is |image|. */
export interface Reflector {
  readonly image: number;
  /** 2 / vᵀv; 0 where nothing needs reflecting. */
  readonly factor: number;
}

/** A sum of squares below this is lost beside entries of order one, and its inverse would overflow. */
const tiny = 1e-200;

/** Turns x[start .. end) into the v of its reflector (Golub & Van Loan, Matrix Computations, §5.1). */
export function reflect(x: Float64Array, start: number, end: number, pivot: number): Reflector {
  const head = x[pivot];
  let rest = 0;
  for (let i = start; i < pivot; i++) rest += x[i] * x[i];
  for (let i = pivot + 1; i < end; i++) rest += x[i] * x[i];
  if (rest < tiny) return { image: head, factor: 0 };
  const norm = Math.sqrt(rest + head * head);
  // The sign that adds, so that nothing cancels.
  x[pivot] = head < 0 ? head - norm : head + norm;
  return { image: head < 0 ? norm : -norm, factor: 1 / (norm * Math.abs(x[pivot])) };
}
