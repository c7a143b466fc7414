/** Mean logistic loss and share of images on the right side, from margins y·f; an empty list gives NaN. */
export function lossAndAccuracy(margins: ArrayLike<number>): { loss: number; accuracy: number } {
  let loss = 0;
  let right = 0;
  for (let i = 0; i < margins.length; i++) {
    const margin = margins[i];
    // log(1 + e^{−t}) without overflow at large negative t, and without losing small losses to 1 + x.
    loss += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
    if (margin > 0) right++;
  }
  return { loss: loss / margins.length, accuracy: right / margins.length };
}
