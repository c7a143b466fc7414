import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frameAddress } from '../embed/address';
import { decodeLink } from '../experiment/link';
import { defaultsOf } from '../experiment/own-defaults';
import { defaults, type Experiment } from '../experiment/parameters';
import { anyExperiment } from '../experiment/testing';
import { changeOf } from './change-of';
import { givenTexts } from './given-texts';

const change = (parameters: Record<string, unknown>, base: Experiment = defaults) => {
  const given = givenTexts(parameters);
  return typeof given === 'string' ? { refused: given } : changeOf(given, base);
};

it('changes what is named and nothing else', () => {
  expect(change({ sigma: 0.4, pair: [3, 5], project: false })).toEqual({
    patch: { sigma: 0.4, pair: [3, 5], project: false },
  });
});

it.each([
  [{ sigma: 99 }, 'set: sigma: 99 is outside 0 to 2. Nothing was changed.'],
  [{ m: 2.5 }, 'set: m: 2.5 is not a whole number. Nothing was changed.'],
  [{ sigma: NaN }, 'set: sigma: “NaN” is not a number. Nothing was changed.'],
  [{ data: 'cifar' }, 'set: data: “cifar” is not one of synthetic, mnist, fashion, file. Nothing was changed.'],
  [{ pair: [3, 3] }, 'set: pair: “3-3” is not two different digits such as 0-1. Nothing was changed.'],
  [{ pins: 'wibble:3' }, /^set: pins: .*wibble.* Nothing was changed\.$/],
  [{ side: 2, k: 16 }, /^set: k: a patch of side 2 has only 3 cosines.* Nothing was changed\.$/],
  [{ sigma: 0.4, k: 0 }, /^set: k: /],
  [{ depth: 5 }, 'set: depth: it belongs to the deep CNN (net=deep). Nothing was changed.'],
  [{ token: 'linear' }, 'set: token: it belongs to the transformer (net=transformer). Nothing was changed.'],
  [{ net: 'transformer', m: 8 }, 'set: m: the transformer needs a width of at least 16. Nothing was changed.'],
  [{ batch: 241 }, 'set: batch: there are only 240 training images. Nothing was changed.'],
  [
    { data: 'mnist', layout: 'windows', side: 14, stride: 2, net: 'dense' },
    /^set: net: without weight sharing .* 64 patches have 12544 pixels, more than 4096\. Nothing was changed\.$/,
  ],
])('is refused whole where a link would be mended: %j', (parameters, words) => {
  expect(change(parameters)).toEqual({ refused: typeof words === 'string' ? words : expect.stringMatching(words) });
});

it('a shorter run is no mistake because the page was opened at a later step', () => {
  expect(change({ steps: 50 }, { ...defaults, step: 100 })).toEqual({ patch: { steps: 50, step: 0 } });
});

it('another network brings along what it trains well with, and leaves behind what is another’s', () => {
  const deep: Experiment = { ...defaultsOf({ net: 'deep', token: 'filters', opt: 'gd' }), depth: 5 };
  expect(change({ net: 'transformer' }, deep)).toEqual({ patch: { net: 'transformer' } });
});

it('is refused where what stays does not fit what is changed', () => {
  expect(change({ n: 60 }, { ...defaults, batch: 100 })).toHaveProperty(
    'refused',
    expect.stringMatching(/^set: batch:/),
  );
});

it('takes what is said of pinned runs as a list, and keeps it with the runs that stay', () => {
  const pins = ['default', 'm:8'];
  expect(change({ pins, talk: ['50% of it; so', ''] })).toEqual({ patch: { pins, talk: ['50% of it; so'] } });
  const { hash } = frameAddress(
    'https://example.org/',
    { parameters: { pins, talk: ['~50%', 'a;b'] } },
    'https://example.org/',
  );
  expect(decodeLink(hash).experiment.talk).toEqual(['~50%', 'a;b']);
  const base = { ...defaults, pins, talk: ['one', 'two'] };
  expect(change({ pins: ['m:8'] }, base)).toEqual({ patch: { pins: ['m:8'], talk: ['two'] } });
  expect(change({ talk: ['a\nb'] }, base)).toHaveProperty(
    'refused',
    expect.stringMatching(/^set: talk: [^]* is not one line/),
  );
});

it('takes back what a state says, for every experiment', () => {
  fc.assert(
    fc.property(anyExperiment, (experiment) => {
      const got = change(experiment as unknown as Record<string, unknown>);
      expect(got).toEqual({ patch: experiment });
    }),
  );
});
