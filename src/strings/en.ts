import { citing } from './en/citing';
import { finding } from './en/finding';
import { glossary } from './en/glossary';
import { milestones } from './en/milestones';
import { reasons } from './en/reasons';
import { tour } from './en/tour';
import { verdict } from './en/verdict';

/** The page in English; other languages have its type. */
export const en = {
  glossary,
  /** A parameter under a formula: its name and its value. */
  symbols: { k: 'features per class', sigma: 'background noise', m: 'filters per class', side: 'pixels of a patch', patches: 'patches per image', n: 'training images', mu: 'signal norm', q: 'exponent', kappa: 'threshold' },
  where: 'where',
  choose: (name: string, shown: string) => `${name}, ${shown}: change it`,
  termHint: 'Term',
  ...finding,
  ...reasons,
  ...citing,
  tour,
  verdict,
  milestones,
};

export type Strings = typeof en;
