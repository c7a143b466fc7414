/** In place of an image's scores, its attention: shares that add up to one, in the order of the scores. */
export function softmax(scores: Float64Array): void {
  let largest = -Infinity,
    sum = 0;
  for (const score of scores) largest = Math.max(largest, score);
  for (let p = 0; p < scores.length; p++) sum += scores[p] = Math.exp(scores[p]! - largest);
  for (let p = 0; p < scores.length; p++) scores[p]! /= sum;
}
