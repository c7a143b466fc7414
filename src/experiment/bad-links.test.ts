import { describe, expect, it } from 'vitest';
import { noticed } from '../problems/testing';
import { decodeLink } from './link';
import { defaults, type Experiment } from './parameters';

/** What is wrong, the link, the fields of the notices in order, and what differs from the defaults in the end. */
const cases: [string, string, string[], Partial<Experiment>][] = [
  ['an unknown key is ignored, the rest is kept', '#colour=red&k=5', ['colour'], { k: 5 }],
  ['a key in capitals is unknown', '#K=5', ['K'], {}],
  ['a key with a space is unknown', '#k%20=5', ['k '], {}],
  ['an unknown key that is very long is cut in the notice', `#${'a'.repeat(100)}=1`, [`${'a'.repeat(40)}…`], {}],
  ['__proto__ is no parameter', '#__proto__=5&m=8', ['__proto__'], { m: 8 }],
  ['constructor is no parameter', '#constructor=5', ['constructor'], {}],
  ['toString is no parameter', '#toString=5', ['toString'], {}],
  ['hasOwnProperty is no parameter', '#hasOwnProperty=1', ['hasOwnProperty'], {}],
  ['a prototype key as a choice', '#basis=constructor', ['basis'], {}],
  ['__proto__ as a choice', '#rank=__proto__', ['rank'], {}],
  ['a prototype key in a list', '#show=toString,data', ['show'], { show: ['data'] }],
  ['NaN is not a number', '#sigma=NaN', ['sigma'], {}],
  ['Infinity is not a number', '#sigma=Infinity', ['sigma'], {}],
  ['an overflowing number is not a number', '#sigma=1e999', ['sigma'], {}],
  ['a word is not a number', '#m=wide', ['m'], {}],
  ['hexadecimal is not a number', '#m=0x10', ['m'], {}],
  ['a decimal comma is not a number', '#sigma=0,3', ['sigma'], {}],
  ['a number with a unit is not a number', '#side=8px', ['side'], {}],
  ['a number with spaces is not a number', '#m=%2016%20', ['m'], {}],
  ['two numbers are not a number', '#m=1%0a2', ['m'], {}],
  ['an empty number', '#m=', ['m'], {}],
  ['a key without a value', '#sigma', ['sigma'], {}],
  ['an empty choice', '#basis=', ['basis'], {}],
  ['an empty flag', '#project=', ['project'], {}],
  ['above the range is clamped to it', '#sigma=3', ['sigma'], { sigma: 2 }],
  ['below the range is clamped to it', '#sigma=-0.5', ['sigma'], { sigma: 0 }],
  ['zero where one is the least', '#m=0', ['m'], { m: 1 }],
  ['minus zero is zero', '#sigma=-0', [], { sigma: 0 }],
  ['a huge seed is clamped', '#seed=4294967296', ['seed'], { seed: 4294967295 }],
  ['a negative seed is clamped', '#seed=-1', ['seed'], { seed: 0 }],
  ['an integer with a fraction is rounded', '#m=12.6', ['m'], { m: 13 }],
  ['too small an initial scale is clamped', '#init=0', ['init'], { init: 1e-5 }],
  ['q below one is clamped', '#q=0.5', ['q'], { q: 1 }],
  ['too many steps are clamped', '#steps=1e9', ['steps'], { steps: 20000 }],
  ['a choice that does not exist', '#data=cifar', ['data'], {}],
  ['a choice in capitals', '#data=MNIST', ['data'], {}],
  ['a flag that is a word', '#project=true', ['project'], {}],
  ['a pair of the same digit', '#data=mnist&pair=3-3', ['pair'], { data: 'mnist' }],
  ['a pair of one digit', '#data=mnist&pair=3', ['pair'], { data: 'mnist' }],
  ['a pair beyond nine', '#data=mnist&pair=3-10', ['pair'], { data: 'mnist' }],
  [
    'a list with one unknown name keeps the others, in the order of the table',
    '#show=training,nothing,data',
    ['show'],
    { show: ['data', 'training'] },
  ],
  ['a list of unknown names only is empty', '#controls=foo,bar', ['controls'], {}],
  ['a list with an empty name', '#controls=m,,sigma', ['controls'], { controls: ['sigma', 'm'] }],
  ['a name with markup', '#tour=%3Cimg%20src=x%20onerror=alert(1)%3E', ['tour'], {}],
  ['a name that is too long', `#tour=${'a'.repeat(41)}`, ['tour'], {}],
  ['2K > d by the cosines', '#side=3&k=16', ['k'], { side: 3, k: 4 }],
  [
    '2K > d in a random basis, which has one dimension more',
    '#side=2&k=5&basis=random',
    ['k'],
    { side: 2, k: 2, basis: 'random' },
  ],
  ['k clamped first, then mended', '#side=2&k=99', ['k', 'k'], { side: 2, k: 1 }],
  ['more digits than there are', '#data=mnist&n=4000', ['n'], { data: 'mnist', n: 1000 }],
  [
    'too many windows',
    '#data=mnist&layout=windows&stride=1',
    ['stride'],
    { data: 'mnist', layout: 'windows', stride: 3 },
  ],
  ['a depth without the deep network', '#depth=5&k=5', ['depth'], { k: 5 }],
  ['a token without the transformer', '#net=deep&token=linear', ['token'], { net: 'deep', m: 32 }],
  [
    'a transformer that is too narrow for its queries',
    '#net=transformer&m=15',
    ['m'],
    { net: 'transformer', m: 16, lr: 5 },
  ],
  ['a batch of more images than there are', '#n=60&batch=61', ['batch'], { n: 60, batch: 0 }],
  [
    'filters as large as an image of many windows',
    '#data=mnist&layout=windows&side=14&stride=2&net=dense',
    ['net'],
    { data: 'mnist', layout: 'windows', side: 14, stride: 2 },
  ],
  ['a first step beyond the last', '#steps=10&step=11', ['step'], { steps: 10, step: 10 }],
  ['a later version', '#v=2&k=5', ['v'], { k: 5 }],
  ['an empty version', '#v=&k=5', ['v'], { k: 5 }],
  ['the last of duplicate keys wins', '#k=4&k=5', [], { k: 5 }],
  ['a bad duplicate that is overridden is not complained about', '#k=x&k=5', [], { k: 5 }],
  ['the hash wins over the query, and both are read', '?k=4&m=8#k=5', [], { k: 5, m: 8 }],
  ['a bad query that the hash overrides is not complained about', '?k=x#k=5', [], { k: 5 }],
  ['broken percent-encoding in a value', '#sigma=%&m=8', ['sigma'], { m: 8 }],
  ['broken percent-encoding of bytes', '#basis=%E0%A4%A&m=8', ['basis'], { m: 8 }],
  ['broken percent-encoding in a key', '#%zz=1&m=8', ['%zz'], { m: 8 }],
  ['an encoded separator belongs to the value', '#m=8%26k=5', ['m'], {}],
  ['a semicolon does not separate', '#k=5;m=8', ['k'], {}],
  ['a second hash belongs to the value', '#k=5#m=8', ['k'], {}],
  ['empty pairs mean nothing', '#&&=5&k=5&', [], { k: 5 }],
  [
    'several complaints, in the order of the link',
    '#m=0&foo=1&sigma=x&basis=y',
    ['m', 'foo', 'sigma', 'basis'],
    { m: 1 },
  ],
  ['too long', `#m=8&tour=${'a'.repeat(8000)}`, ['link'], {}],
];

describe('a bad link', () => {
  it.each(cases)('%s', (_, link, fields, different) => {
    const { experiment, notices } = decodeLink(link);
    expect(notices.map(({ field }) => field)).toEqual(fields);
    expect(experiment).toEqual({ ...defaults, ...different });
  });

  it('is answered with a sentence that says what was given, what is wrong and what is used instead', () => {
    const says = (link: string) => decodeLink(link).notices.map(noticed);
    expect(says('#sigma=3')).toEqual(['sigma: 3 is outside 0 to 2; 2 is used.']);
    expect(says('#m=wide')).toEqual(['m: “wide” is not a number; 64 is used.']);
    expect(says('#basis=fourier')).toEqual(['basis: “fourier” is not one of cosine, random; cosine is used.']);
    expect(says('#pair=3-3')).toEqual(['pair: “3-3” is not two different digits such as 0-1; 0-1 is used.']);
    expect(says('#foo=1')).toEqual(['foo: no parameter has this name; it was ignored.']);
    expect(says('#side=3&k=16')).toEqual([
      'k: a patch of side 3 has only 8 cosines, so 2K = 32 cannot be orthogonal; 4 is used.',
    ]);
    expect(says('#net=transformer&m=8&depth=4&n=60&batch=99')).toEqual([
      'depth: it belongs to the deep CNN (net=deep); 3 is used.',
      'm: the transformer needs a width of at least 16; 16 is used.',
      'batch: there are only 60 training images; each step takes all of them.',
    ]);
    expect(says('#data=mnist&layout=windows&side=14&stride=2&net=dense')).toEqual([
      'net: without weight sharing a filter is as large as an image, and 64 patches have 12544 pixels, more than 4096; the two-layer CNN is used.',
    ]);
  });
});
