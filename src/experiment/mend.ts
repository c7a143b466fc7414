import { sourceOf } from '../images/sources/list';
import { mendNetwork } from './network-mend';
import type { GivenNotice } from './notice';
import type { Science, View } from './parameters';

/**
 * Mends combinations of valid values that cannot be together and says so, naming the field that was changed.
 * Experiments without notices come back as they are.
 */
export function mend<E extends Science & Partial<Pick<View, 'step'>>>(
  experiment: E,
): { experiment: E; notices: GivenNotice[] } {
  const notices: GivenNotice[] = [];
  let mended = experiment;
  const images = (of: Science) => sourceOf(of).mend(of);
  // Twice, as images that cannot be give way to others, which have their own.
  for (const mendings of [images, images, mendNetwork]) {
    for (const { field, value, problem } of mendings(mended)) {
      mended = { ...mended, [field]: value };
      notices.push({ field, problem });
    }
  }
  const { step = 0, steps } = mended;
  if (step > steps) {
    mended = { ...mended, step: steps };
    notices.push({ field: 'step', problem: { kind: 'after-end', steps } });
  }
  return { experiment: mended, notices };
}
