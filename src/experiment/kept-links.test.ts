import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from './link';
import { mend } from './mend';
import type { Parameter } from './parameter';
import { defaults, parameterKeys, parameters, type Experiment, type ParameterKey } from './parameters';

/** Links that people have: what each opens must never change. New ones are added at the end, none is taken out. */
const kept: { link: string; opens: Partial<Experiment> }[] = JSON.parse(
  readFileSync(new URL('../../fixtures/links.json', import.meta.url), 'utf8'),
);

const choicesOf = (parameter: Parameter & { readonly kind: 'choice' | 'list' }): readonly string[] =>
  parameter.kind === 'list'
    ? parameter.values
    : Object.keys(parameter.values).filter((value) => value !== parameter.default);

describe('links are kept for years', () => {
  it.each(kept.map(({ link, opens }) => [link || 'the bare address', link, opens] as const))(
    '%s opens what it always did',
    (_, link, opens) => {
      expect(decodeLink(link)).toEqual({ experiment: { ...defaults, ...opens }, notices: [] });
    },
  );

  it('of every key, and of every value that a key can choose', () => {
    const chosen = (key: ParameterKey) => new Set(kept.flatMap(({ opens }) => opens[key] ?? []));
    const missing = parameterKeys.flatMap((key) => {
      const found = chosen(key),
        parameter: Parameter = parameters[key];
      if (found.size === 0) return [key];
      const wanted = parameter.kind === 'choice' || parameter.kind === 'list' ? choicesOf(parameter) : [];
      return wanted.filter((value) => !(found as ReadonlySet<unknown>).has(value)).map((value) => `${key}=${value}`);
    });
    expect(missing).toEqual([]);
  });

  it('and is written as short as it can be', () => {
    for (const { link, opens } of kept) {
      const written = encodeLink({ ...defaults, ...opens });
      if (link.startsWith('#v=1')) expect(written.length).toBeLessThan(link.length);
      expect(decodeLink(`#${written}`).experiment).toEqual({ ...defaults, ...opens });
    }
  });
});

describe('ten thousand random links', () => {
  const key = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...parameterKeys, 'v') },
    fc.constantFrom('__proto__', 'constructor', 'Sigma', ''),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.double().map(String),
    fc.integer().map(String),
    fc.constantFrom('1', '0', '', '1e999', '-0', 'NaN', '0-1', 'data,filters', 'default;;k:9', '%', '%E0%A4%A'),
    fc
      .array(fc.constantFrom('sigma', ':', ',', ';', '0.4', 'pins', 'default'), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );
  const link = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .array(fc.tuple(key, value), { maxLength: 8 })
        .map((pairs) => `#${pairs.map((pair) => pair.join('=')).join('&')}`),
    },
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ minLength: 3990, maxLength: 4100 }),
  );

  it('throw nothing and open an experiment that can be', () => {
    fc.assert(
      fc.property(link, (text) => {
        const { experiment } = decodeLink(text);
        expect(mend(experiment).notices).toEqual([]);
        expect(decodeLink(`#${encodeLink(experiment)}`)).toEqual({ experiment, notices: [] });
      }),
      { numRuns: 10_000, seed: 11 },
    );
  });
});
