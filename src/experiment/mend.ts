import type { GivenProblem } from '../problems/given';
import type { GivenNotice } from './notice';
import type { Experiment } from './parameters';
import { imageShape, mnistTrainPerDigit, mostFeatures } from './shape';

/** Patches per image beyond which sliding windows only repeat each other and fill the memory. */
export const mostWindows = 64;

/**
 * Mends combinations of valid values that cannot be together and says so, naming the field that was changed.
 * Experiments without notices come back as they are.
 */
export function mend(experiment: Experiment): { experiment: Experiment; notices: GivenNotice[] } {
  const notices: GivenNotice[] = [];
  let mended = experiment;
  const change = (patch: Partial<Experiment>, field: keyof Experiment, problem: GivenProblem) => {
    mended = { ...mended, ...patch };
    notices.push({ field, problem });
  };

  if (mended.data === 'synthetic') {
    const most = mostFeatures(mended);
    if (mended.k > most) {
      const { side, basis, k } = mended;
      change({ k: most }, 'k', {
        kind: 'signal-too-large',
        side,
        basis,
        room: side ** 2 - (basis === 'cosine' ? 1 : 0),
        signalDimension: 2 * k,
        used: most,
      });
    }
  } else {
    const most = 2 * mnistTrainPerDigit;
    if (mended.n > most)
      change({ n: most }, 'n', { kind: 'too-many-digits', perDigit: mnistTrainPerDigit, used: most });
    if (mended.layout === 'windows' && imageShape(mended).patches > mostWindows) {
      let stride = mended.stride;
      while (imageShape({ ...mended, stride }).patches > mostWindows) stride += 1;
      change({ stride }, 'stride', {
        kind: 'too-many-windows',
        side: mended.side,
        stride: mended.stride,
        windows: imageShape(mended).patches,
        most: mostWindows,
        used: stride,
      });
    }
  }
  if (mended.step > mended.steps) change({ step: mended.steps }, 'step', { kind: 'after-end', steps: mended.steps });
  return { experiment: mended, notices };
}
