import type { Notice } from './notice';
import type { Experiment } from './parameters';
import { imageShape, mnistTrainPerDigit, mostFeatures } from './shape';

/** Patches per image beyond which sliding windows only repeat each other and fill the memory. */
export const mostWindows = 64;

/**
 * Mends combinations of valid values that cannot be together and says so, naming the field that was changed.
 * Experiments without notices come back as they are.
 */
export function mend(experiment: Experiment): { experiment: Experiment; notices: Notice[] } {
  const notices: Notice[] = [];
  let mended = experiment;
  const change = (patch: Partial<Experiment>, field: keyof Experiment, why: string) => {
    mended = { ...mended, ...patch };
    notices.push({ field, message: `${field}: ${why}` });
  };

  if (mended.data === 'synthetic') {
    const most = mostFeatures(mended);
    if (mended.k > most) {
      const room = mended.basis === 'cosine' ? `${mended.side ** 2 - 1} cosines` : `${mended.side ** 2} dimensions`;
      change({ k: most }, 'k', `a patch of side ${mended.side} has only ${room}, so 2K = ${2 * mended.k} cannot be orthogonal; ${most} is used.`);
    }
  } else {
    const most = 2 * mnistTrainPerDigit;
    if (mended.n > most) change({ n: most }, 'n', `there are ${mnistTrainPerDigit} training images of each digit here; ${most} is used.`);
    if (mended.layout === 'windows' && imageShape(mended).patches > mostWindows) {
      let stride = mended.stride;
      while (imageShape({ ...mended, stride }).patches > mostWindows) stride += 1;
      change({ stride }, 'stride', `windows of side ${mended.side} at stride ${mended.stride} would be ${imageShape(mended).patches} patches, more than ${mostWindows}; ${stride} is used.`);
    }
  }
  if (mended.step > mended.steps) change({ step: mended.steps }, 'step', `the run ends at step ${mended.steps}; ${mended.steps} is used.`);
  return { experiment: mended, notices };
}
