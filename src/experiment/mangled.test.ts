import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink, looksMangled } from './link';
import { isUnderstood, unmangled } from './mangled';
import { defaults, type Experiment } from './parameters';
import { anyExperiment } from './testing';

/** As the page and the command line read it. */
const read = (link: string) => decodeLink(looksMangled(link) ? unmangled(link) : link);
const opens = (different: Partial<Experiment>) => ({ experiment: { ...defaults, ...different }, notices: [] });

describe('a link that was on its way', () => {
  it.each([
    ['encoded as a whole', '#v%3D1%26sigma%3D0.4'],
    ['encoded twice', '#v%253D1%2526sigma%253D0.4'],
    ['encoded in lower case', '#v%3d1%26sigma%3d0.4'],
    ['through HTML', '#v=1&amp;sigma=0.4'],
    ['through HTML twice', '#v=1&amp;amp;sigma=0.4'],
    ['through HTML, then encoded', '#v%3D1%26amp%3Bsigma%3D0.4'],
    ['through HTML by numbers', '#v=1&#38;sigma=0.4'],
    ['in quoted-printable', '#v=3D1&sigma=3D0.4'],
    ['in brackets', '#v=1&sigma=0.4)'],
    ['in angle brackets', '#v=1&sigma=0.4>'],
    ['in encoded angle brackets', '#v=1&sigma=0.4%3E'],
    ['at the end of a sentence', '#v=1&sigma=0.4.'],
    ['at the end of a quoted sentence', '#v=1&sigma=0.4.”'],
    ['at the end of a Chinese sentence', '#v=1&sigma=0.4%E3%80%82'],
    ['in emphasis', '#v=1&sigma=0.4**'],
    ['wrapped over lines', 'https://example.org/page/#v=1&\r\n  sigma=0.4\n'],
    ['with others’ marks in its query', '?fbclid=IwAR0&utm_source=mail#v=1&sigma=0.4'],
    ['with others’ marks behind it', '#v=1&sigma=0.4?utm_source=mail&fbclid=7'],
    ['as a query, with all of it', '?utm_source=mail&amp;v=1&amp;sigma=0.4).'],
  ])('%s opens what it was', (_, link) => {
    expect(read(link)).toEqual(opens({ sigma: 0.4 }));
    expect(isUnderstood(unmangled(link))).toBe(true);
  });

  it.each([
    ['(%s)', (link: string) => `${link})`],
    ['%s.', (link: string) => `${link}.`],
    ['encoded', (link: string) => `#${encodeURIComponent(link.slice(1))}`],
    ['in HTML', (link: string) => link.replaceAll('&', '&amp;')],
    ['in both', (link: string) => `#${encodeURIComponent(link.slice(1).replaceAll('&', '&amp;'))}).`],
  ])('is any link whatever: %s', (_, mangle) => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        fc.pre(encodeLink(experiment) !== '');
        expect(read(mangle(`#${encodeLink(experiment)}`))).toEqual({ experiment, notices: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('has no other meaning where it arrived as it was written', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        for (const link of [`#${encodeLink(experiment)}`, `?lang=zh#${encodeLink(experiment)}`])
          expect(decodeLink(unmangled(link))).toEqual(decodeLink(link));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps names of classes that end in a mark, and a bracket that the link itself opens', () => {
    const experiment = { ...defaults, classes: ['St. B.', 'cat (big)'] };
    expect(encodeLink(experiment)).toBe('v=1&classes=St%2E%20B%2E,cat%20%28big%29');
    for (const link of ['#v=1&classes=St.%20B.,cat%20(big)', '#v=1&classes=St%2E%20B%2E,cat%20%28big%29).'])
      expect(read(link).experiment.classes).toEqual(experiment.classes);
  });

  it('is told of what is unknown in its own part alone', () => {
    expect(read('?foo=1&sigma=0.4').notices).toEqual([]);
    for (const link of ['foo=1&sigma=0.4', '#foo=1&sigma=0.4'])
      expect(read(link).notices.map(({ field }) => field)).toEqual(['foo']);
  });
});

it('a link is understood where it says anything that is known, or nothing', () => {
  for (const link of ['', '#', '/page/', '?fbclid=1', '#v=1', '#sigma=x', '#foo=1&m=8'])
    expect(isUnderstood(unmangled(link))).toBe(true);
  for (const link of ['#section-2', '#foo=1', '?sgima=1#!/talk', `#${'a'.repeat(40_000)}`])
    expect(isUnderstood(unmangled(link)), link).toBe(false);
});
