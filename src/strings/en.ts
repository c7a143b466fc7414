import { citing } from './en/citing';
import { finding } from './en/finding';
import { glossary } from './en/glossary';
import { reasons } from './en/reasons';

/** The page in English; other languages have its type. */
export const en = {
  glossary,
  /** A parameter under a formula: its name and its value. */
  symbols: { k: 'features per class', sigma: 'background noise', m: 'filters per class', side: 'patch side', patches: 'patches per image', n: 'training images', mu: 'signal norm', q: 'exponent', kappa: 'threshold' },
  where: 'where',
  choose: (name: string, shown: string) => `${name}, ${shown}: change it`,
  termHint: 'Term',
  ...finding,
  ...reasons,
  ...citing,
};

export type Strings = typeof en;
