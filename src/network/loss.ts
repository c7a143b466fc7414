import type { PatchedImages } from '../images/patched-images';

/** Mean logistic loss log(1 + e^{−y f}) over images. @param f outputs [n]. @param labels ±1 [n]. */
export function logisticLoss(f: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < f.length; i++) {
    const margin = labels[i]! * f[i]!;
    // log1p of the smaller exponential: exact for margins of any size and sign.
    sum += Math.log1p(Math.exp(-Math.abs(margin))) + Math.max(-margin, 0);
  }
  return sum / f.length;
}

/** Training accuracy on images of right and of wrong label, each by the label that was given; null where there is no such image. */
export interface LabelAccuracies {
  readonly right: number | null;
  readonly wrong: number | null;
}

/** What training images say of outputs: loss and accuracy, and the accuracies by label where some labels are wrong. */
export function trainFigures(
  f: ArrayLike<number>,
  { labels, turned }: Pick<PatchedImages, 'labels' | 'turned'>,
): { loss: number; trainAccuracy: number; byLabel?: LabelAccuracies } {
  const both = { loss: logisticLoss(f, labels), trainAccuracy: accuracy(f, labels) };
  if (!turned) return both;
  const images = [0, 0],
    fitted = [0, 0];
  for (let i = 0; i < turned.length; i++) {
    images[turned[i]!]! += 1;
    if (labels[i]! * f[i]! > 0) fitted[turned[i]!]! += 1;
  }
  const share = (of: 0 | 1) => (images[of]! > 0 ? fitted[of]! / images[of]! : null);
  return { ...both, byLabel: { right: share(0), wrong: share(1) } };
}

/** What test images say of outputs: accuracy and loss of the same; null each where there are none. */
export function testFigures(
  f: ArrayLike<number> | null,
  labels: ArrayLike<number> | null | undefined,
): { testAccuracy: number | null; testLoss: number | null } {
  if (!f?.length || !labels) return { testAccuracy: null, testLoss: null };
  return { testAccuracy: accuracy(f, labels), testLoss: logisticLoss(f, labels) };
}

/** Derivative of the mean loss with respect to one output of n: −y σ(−y f)/n. */
export function lossSlope(f: number, label: number, n: number): number {
  return -label / (1 + Math.exp(label * f)) / n;
}

/** Share of images with y f > 0. */
export function accuracy(f: ArrayLike<number>, labels: ArrayLike<number>): number {
  let right = 0;
  for (let i = 0; i < f.length; i++) if (labels[i]! * f[i]! > 0) right += 1;
  return f.length > 0 ? right / f.length : 0;
}
