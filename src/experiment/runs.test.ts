import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticed } from '../problems/testing';
import { decodeLink, encodeLink } from './link';
import { defaults, type Experiment } from './parameters';
import { readRun, writeRun } from './runs';
import { differingKeys, sameScience, scienceText, withScience } from './science';
import { anyExperiment } from './testing';

describe('a pinned run', () => {
  it('reads back as the same science, whatever the experiment', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const { experiment: read, notices } = readRun(writeRun(experiment));
        expect(notices).toEqual([]);
        expect(withScience(experiment, read)).toEqual(experiment);
        expect(sameScience(read, experiment)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('survives the link that it is part of', () => {
    fc.assert(
      fc.property(fc.array(anyExperiment, { maxLength: 4 }), (others) => {
        const pins = [...new Set(others.map(writeRun))];
        expect(decodeLink(`#${encodeLink({ ...defaults, pins })}`)).toEqual({
          experiment: { ...defaults, pins },
          notices: [],
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is short: its differences from the default experiment', () => {
    const seen: Experiment = { ...defaults, sigma: 0.4, m: 128, theme: 'dark', backend: 'cpu' };
    expect(writeRun(defaults)).toBe('default');
    expect(writeRun(seen)).toBe('sigma:0.4,m:128');
    expect(encodeLink({ ...defaults, pins: ['default', 'sigma:0.4'] })).toBe('v=1&pins=default;sigma:0.4');
  });

  it('and its line say the same after the link, whatever is written', () => {
    fc.assert(
      fc.property(anyExperiment, ({ pins, talk }) => {
        const experiment = { ...defaults, pins, talk };
        expect(decodeLink(`#${encodeLink(experiment)}`)).toEqual({ experiment, notices: [] });
      }),
      { numRuns: 200 },
    );
    const most = Array.from({ length: 4 }, () => '秩'.repeat(140));
    const pins = ['default', 'm:8', 'm:9', 'm:10'];
    expect(decodeLink(`#${encodeLink({ ...defaults, pins, talk: most })}`).experiment.talk).toEqual(most);
    expect(encodeLink({ ...defaults, pins, talk: ['', '100% of it; so.'] })).toBe(
      'v=1&pins=default;m:8;m:9;m:10&talk=;100~2%20of%20it~1%20so%2E',
    );
  });

  it.each([
    ['more lines than runs', '#pins=default&talk=one;two', ['one'], '2 lines are more than the 1 pinned runs'],
    ['more lines than can be', '#talk=1;2;3;4;5', [], '5 lines'],
    ['a line too long', `#pins=default;m:8&talk=${'x'.repeat(141)};two`, ['', 'two'], 'is not one line'],
    ['a control character', '#pins=default;m:8&talk=one%0Atwo;three', ['', 'three'], 'is not one line'],
  ])('of a talk names %s', (_, link, talk, words) => {
    const { experiment, notices } = decodeLink(link);
    expect(experiment.talk).toEqual(talk);
    expect(noticed(notices[0]!)).toContain(`talk: `);
    expect(noticed(notices[0]!)).toContain(words);
  });

  it('takes its line along where runs of a link are one and the same', () => {
    const { experiment } = decodeLink('#pins=sigma:0.20;default;m:9&talk=one;two;three');
    expect([experiment.pins, experiment.talk]).toEqual([
      ['default', 'm:9'],
      ['one', 'three'],
    ]);
  });

  it.each([
    ['a value out of range', '#pins=sigma:3', ['sigma:2'], 'sigma: 3 is outside'],
    ['a parameter of the view', '#pins=theme:dark', ['default'], '“theme:dark” is not a parameter of a run'],
    ['a pair without a value', '#pins=sigma', ['default'], '“sigma” is not'],
    ['a prototype key', '#pins=__proto__:1,sigma:0.1', ['sigma:0.1'], '“__proto__:1” is not'],
    ['a pin within a pin', '#pins=pins:default', ['default'], '“pins:default” is not'],
    ['a combination that cannot be', '#pins=side:2,k:9', ['k:1,side:2'], 'a patch of side 2'],
    [
      'more than four',
      '#pins=sigma:0;sigma:0.1;sigma:0.3;sigma:0.4;sigma:0.5',
      ['sigma:0', 'sigma:0.1', 'sigma:0.3', 'sigma:0.4'],
      '5 runs are more than 4',
    ],
  ])('names %s', (_, link, pins, words) => {
    const { experiment, notices } = decodeLink(link);
    expect(experiment.pins).toEqual(pins);
    expect(notices.map(({ field }) => field)).toEqual(['pins']);
    expect(noticed(notices[0]!)).toMatch(/^pins: .*\.$/);
    expect(noticed(notices[0]!)).toContain(words);
  });

  it('is kept once, however it was written', () => {
    expect(decodeLink('#pins=sigma:0.20;default;m:64').experiment.pins).toEqual(['default']);
  });
});

describe('the science of an experiment', () => {
  it('leaves out what is not relevant to it', () => {
    expect(scienceText({ ...defaults, stride: 9, pair: [3, 4] })).toBe(scienceText(defaults));
    expect(sameScience(defaults, { ...defaults, data: 'mnist' })).toBe(false);
  });

  it('names the keys in which experiments differ, in table order', () => {
    const other: Experiment = { ...defaults, m: 3, sigma: 0.1, theme: 'dark', stride: 9 };
    expect(differingKeys([defaults, other])).toEqual(['sigma', 'm']);
    expect(differingKeys([defaults])).toEqual([]);
  });
});
