import type { Science } from '../experiment/parameters';
import { isRelevant } from '../experiment/relevance';
import { writeRun } from '../experiment/runs';

const longest = 100;

/** What every file name says of its run, whether it is the default or not. */
function usual(science: Science): [string, string][] {
  const { k, sigma, m } = science;
  return [
    ...(isRelevant('k', science) ? [['k', String(k)] as [string, string]] : []),
    ['sigma', String(sigma)],
    ['m', String(m)],
  ];
}

/** A file name that says which run it holds, in keys, so in every language the same, and safe on every system: `rank-under-noise-k-3-sigma-0.2-m-64-filters.svg`. */
export function fileName(experiment: Science, what: string, extension: string): string {
  const written = writeRun(experiment);
  const others = written === 'default' ? [] : written.split(',').map((pair) => pair.split(':') as [string, string]);
  const pairs = new Map([...usual(experiment), ...others]);
  const parts = [...pairs].map(([key, value]) => `${key}-${value.replace(/^-/, 'minus-')}`);
  let name = 'rank-under-noise';
  for (const part of parts) if (name.length + part.length < longest) name += `-${part}`;
  return `${name}${what === '' ? '' : `-${what}`}.${extension}`.replaceAll(/[^\w.-]+/g, '-');
}
