/** A source of standard normals; the caller owns its seed. */
type Normal = () => number;

/**
 * Initial filters w ~ N(0, σ₀²). Each class draws from its own stream, so that a wider network keeps the filters of a
 * narrower one.
 * @returns [2m × d], row-major; the first m rows are class +1.
 */
export function initialFilters(
  width: number,
  dimension: number,
  scale: number,
  plus: Normal,
  minus: Normal,
): Float64Array {
  const half = width * dimension;
  return Float64Array.from({ length: 2 * half }, (_, i) => scale * (i < half ? plus() : minus()));
}
