import { sourceOf } from '../images/sources/list';
import { parameters, type ParameterKey, type Science } from './parameters';

/** Whether a parameter changes anything in this experiment; the page hides or disables the others. */
export function isRelevant(key: ParameterKey, science: Science): boolean {
  if (key === 'depth') return science.net === 'deep';
  if (key === 'token') return science.net === 'transformer';
  const reads: readonly ParameterKey[] = sourceOf(science).reads(science);
  return parameters[key].invalidates !== 'images' || key === 'data' || reads.includes(key);
}
