import { makeImages } from '../../src/images/make-images';
import { decodeLink } from '../../src/experiment/link';
import { fileAssets } from '../../cli/assets';
import type { Line } from '../../cli/command/line';

/** When what happened in a run with wrong labels: steps, as far as its record goes; null where it did not. */
export interface LeadRow {
  readonly link: string;
  readonly net: string;
  readonly flip: number;
  readonly sigma: number;
  readonly seed: number;
  /** Training images, and those whose label is wrong. */
  readonly n: number;
  readonly wrong: number;
  /** As many images are fitted as are rightly labelled. */
  readonly rightFitted: number | null;
  /** The effective rank of the filters is half above the lowest that it had since. */
  readonly rankUp: number | null;
  /** More images are fitted than are rightly labelled; by half of the others; all. */
  readonly anyWrong: number | null;
  readonly halfWrong: number | null;
  readonly allWrong: number | null;
  /** Effective rank: the lowest since the rightly labelled were fitted, and at the end. */
  readonly leastRank: number | null;
  readonly endRank: number;
  readonly endShare: number | null;
  readonly endTest: number | null;
}

export const leadColumns = [
  'link',
  'net',
  'flip',
  'sigma',
  'seed',
  'n',
  'wrong',
  'rightFitted',
  'rankUp',
  'anyWrong',
  'halfWrong',
  'allWrong',
  'leastRank',
  'endRank',
  'endShare',
  'endTest',
] as const satisfies readonly (keyof LeadRow)[];

/** How much the effective rank has to grow. */
const grown = 1.5;

/** @param line of a run that has its history. */
export async function leadOf({ link, parameters, history = [] }: Line): Promise<LeadRow> {
  const { experiment } = decodeLink(link);
  const given = await makeImages(experiment, fileAssets),
    right = await makeImages({ ...experiment, flip: 0 }, fileAssets);
  const n = given.train.count;
  const wrong = given.train.labels.filter((label, i) => label !== right.train.labels[i]).length;
  const fitted = (count: number) =>
    history.find(({ trainAccuracy }) => Math.round(trainAccuracy * n) >= count)?.step ?? null;
  const rightFitted = fitted(n - wrong);
  const rankOf = (point: (typeof history)[number]) => point.matrices['filters']!.effective;
  let least = Infinity,
    rankUp: number | null = null;
  for (const point of history) {
    if (rightFitted === null || point.step < rightFitted) continue;
    least = Math.min(least, rankOf(point));
    if (rankUp === null && rankOf(point) >= grown * least) rankUp = point.step;
  }
  const end = history.at(-1)!;
  return {
    link,
    net: `${parameters['net'] as string}`,
    flip: experiment.flip,
    sigma: experiment.sigma,
    seed: experiment.seed,
    n,
    wrong,
    rightFitted,
    rankUp,
    anyWrong: wrong > 0 ? fitted(n - wrong + 1) : null,
    halfWrong: wrong > 0 ? fitted(n - Math.floor(wrong / 2)) : null,
    allWrong: wrong > 0 ? fitted(n) : null,
    leastRank: Number.isFinite(least) ? least : null,
    endRank: rankOf(end),
    endShare: end.matrices['filters']!.signalShare,
    endTest: end.testAccuracy,
  };
}
