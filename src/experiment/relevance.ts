import type { Experiment, ParameterKey } from './parameters';

const onlySynthetic: readonly ParameterKey[] = ['k', 'patches', 'mu', 'basis', 'noise', 'project'];
const onlyMnist: readonly ParameterKey[] = ['pair', 'layout'];

/** Whether a parameter changes anything in this experiment; the page hides or disables the others. */
export function isRelevant(key: ParameterKey, { data, layout }: Experiment): boolean {
  const windows = data === 'mnist' && layout === 'windows';
  if (key === 'side') return data === 'synthetic' || windows;
  if (key === 'stride') return windows;
  if (onlySynthetic.includes(key)) return data === 'synthetic';
  if (onlyMnist.includes(key)) return data === 'mnist';
  return true;
}
