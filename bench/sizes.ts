import { noAssets } from '../src/images/assets';
import { decodeLink } from '../src/experiment/link';
import { makeImages } from '../src/images/make-images';
import { leading } from '../src/network/matrices';
import { problems } from '../src/strings/en/problems';
import { makeProblem } from '../src/training/problem';
import type { TrainingProblem } from '../src/training/trainer';

/** Experiments that are timed, as links of the page. */
export const sizes = {
  S: { link: '#side=10&n=200&patches=2&m=20', text: 'n=200 P=2 d=100 m=20' },
  default: { link: '', text: 'n=240 P=4 d=64 m=64' },
  M: { link: '#side=20&n=500&patches=4&m=100', text: 'n=500 P=4 d=400 m=100' },
  largest: { link: '#side=28&n=2000&patches=9&m=256', text: 'n=2000 P=9 d=784 m=256' },
} as const;

export const sideBySide = ['S', 'default', 'M'] as const;
export type SideBySide = (typeof sideBySide)[number];

/** Steps of a run: no contender trains further, so that all see the same stretch of training. */
export const runLength = 300;

/** The problem of a link, without test images: a step never looks at them. */
export async function problemOf(link: string): Promise<TrainingProblem> {
  const { experiment, notices } = decodeLink(link);
  if (notices.length > 0) throw new Error(`${link}: ${problems.notice(notices[0]!)}`);
  const images = await makeImages(experiment, noAssets('the bench uses synthetic images only'));
  return { ...makeProblem(experiment, { ...images, test: () => images.train }), test: null };
}

/** Multiply-adds of one forward product: n·P·d·2m; the backward product has as many. */
export function multiplyAdds({ train, matrices }: TrainingProblem): number {
  return train.count * train.patches * leading({ matrices }).values.length;
}
