/** How windows are cut out of square pictures. */
export interface Windows {
  /** Of the picture and of a window, pixels. */
  readonly picture: number;
  readonly side: number;
  readonly stride: number;
  readonly channels: number;
}

/** Windows along one side of a picture. */
export function windowsPerSide({ picture, side, stride }: Omit<Windows, 'channels'>): number {
  return Math.floor((picture - side) / stride) + 1;
}

/**
 * Every window of every picture, row by row; overlapping windows hold the same pixels.
 * @param pictures [n × channels × picture²]. @returns [n × P × channels × side²].
 */
export function slidingWindows(pictures: Float64Array, n: number, windows: Windows): Float64Array {
  const { picture, side, stride, channels } = windows;
  const perSide = windowsPerSide(windows);
  const values = new Float64Array(n * perSide * perSide * channels * side * side);
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < perSide * perSide; p++) {
      const corner = Math.floor(p / perSide) * stride * picture + (p % perSide) * stride;
      for (let channel = 0; channel < channels; channel++) {
        const plane = (i * channels + channel) * picture * picture + corner;
        for (let row = 0; row < side; row++) {
          const from = plane + row * picture;
          for (let column = 0; column < side; column++) values[at++] = pictures[from + column]!;
        }
      }
    }
  }
  return values;
}
