import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parameterDocs } from '../../scripts/parameter-docs';
import { decodeLink, encodeLink } from './link';
import { mend } from './mend';
import { invalidations, type Parameter } from './parameter';
import { en } from '../strings/en';
import { defaults, parameterKeys, parameters, type ParameterKey } from './parameters';
import { presetExperiment, presetNames, presets } from './presets';
import { isRelevant } from './relevance';
import { formatValue, parseValue } from './value';

const table: [string, Parameter][] = parameterKeys.map((key) => [key, parameters[key]]);

describe('the table of parameters', () => {
  it.each(table)('%s: has a label, a sentence and a kind of change', (key, { label, invalidates }) => {
    const docs = en.parameterDocs[key as ParameterKey];
    expect(label).toMatch(/\S/);
    expect(docs).toMatch(/^[A-Z].*\.$/);
    expect(docs).not.toContain('|'); // it becomes a cell of a Markdown table
    expect(invalidations).toContain(invalidates);
  });

  it.each(table)('%s: has a default that it would accept in a link', (_, parameter) => {
    const { value, problem } = parseValue(parameter, formatValue(parameter, parameter.default));
    expect(problem).toBeUndefined();
    expect(value).toEqual(parameter.default);
  });

  it.each(table.flatMap(([key, parameter]) => (parameter.kind === 'number' ? [[key, parameter] as const] : [])))(
    '%s: has a range with its default and its stops inside',
    (_, { default: usual, min, max, step, stops }) => {
      expect(min).toBeLessThan(max);
      expect(usual).toBeGreaterThanOrEqual(min);
      expect(usual).toBeLessThanOrEqual(max);
      expect(step).toBeGreaterThan(0);
      if (!stops) return;
      expect(stops).toEqual(stops.toSorted((a, b) => a - b));
      expect([stops[0], stops.at(-1)]).toEqual([min, max]);
      expect(stops).toContain(usual);
    },
  );

  // The ranges that links were promised; a table that narrows one breaks links that exist.
  it.each([
    ['k', 1, 16],
    ['sigma', 0, 2],
    ['m', 1, 512],
    ['side', 2, 28],
    ['patches', 1, 16],
    ['n', 2, 4000],
    ['mu', 0.1, 10],
    ['q', 2, 6],
    ['kappa', 0.01, 10],
    ['init', 1e-5, 1],
    ['lr', 1e-4, 100],
    ['steps', 1, 20000],
    ['seed', 0, 2 ** 32 - 1],
  ] as const)('%s: takes at least %d to %d', (key, from, to) => {
    expect(parameters[key].min).toBeLessThanOrEqual(from);
    expect(parameters[key].max).toBeGreaterThanOrEqual(to);
  });

  it('gives controls only to parameters that exist', () => {
    for (const key of parameters.controls.values) expect(parameterKeys).toContain(key);
  });

  it('needs no mending by default', () => {
    expect(mend(defaults)).toEqual({ experiment: defaults, notices: [] });
  });

  it('is what docs/PARAMETERS.md says (`npm run docs` writes it)', () => {
    expect(readFileSync(new URL('../../docs/PARAMETERS.md', import.meta.url), 'utf8')).toBe(parameterDocs());
  });
});

describe('a preset', () => {
  it.each(presets.map((preset) => [preset.name, preset] as const))('%s: is valid and can be linked to', (_, preset) => {
    const experiment = presetExperiment(preset);
    expect(mend(experiment).notices).toEqual([]);
    expect(decodeLink(`#${encodeLink(experiment)}`)).toEqual({ experiment, notices: [] });
  });

  it('has a name of its own, and sets nothing to its default', () => {
    expect(presets.map(({ name }) => name)).toEqual(presetNames);
    for (const { parameters: given } of presets) {
      for (const [key, value] of Object.entries(given))
        expect(value).not.toEqual(defaults[key as keyof typeof defaults]);
    }
  });
});

describe('relevance', () => {
  it('hides what real images fix, what only they have, and what belongs to other networks', () => {
    const relevantTo = (link: string) => parameterKeys.filter((key) => isRelevant(key, decodeLink(link).experiment));
    const irrelevantTo = (link: string) => parameterKeys.filter((key) => !relevantTo(link).includes(key));
    const own = ['images', 'classes', 'channels', 'centre'];
    expect(irrelevantTo('')).toEqual(['depth', 'token', 'pair', ...own, 'layout', 'stride']);
    expect(irrelevantTo('#data=mnist&net=deep')).toEqual([
      'k',
      'token',
      'side',
      'patches',
      'mu',
      'ratio',
      'partner',
      'colour',
      'tail',
      'basis',
      'noise',
      'project',
      ...own,
      'stride',
    ]);
    expect(irrelevantTo('#data=mnist&layout=windows&net=transformer')).toEqual([
      'k',
      'depth',
      'patches',
      'mu',
      'ratio',
      'partner',
      'colour',
      'tail',
      'basis',
      'noise',
      'project',
      ...own,
    ]);
  });
});
