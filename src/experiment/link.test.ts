import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticed } from '../problems/testing';
import { decodeLink, encodeLink } from './link';
import { mend } from './mend';
import { unsaid } from './own-defaults';
import { defaults, parameterKeys, parameters } from './parameters';
import { anyExperiment } from './testing';
import { formatValue, parseValue } from './value';

/** A value is valid where it reads back from its own text without complaint; independent of how it was made. */
function invalidFields(experiment: Record<string, unknown>): string[] {
  return parameterKeys.filter((key) => {
    const { value, problem } = parseValue(parameters[key], formatValue(parameters[key], experiment[key]));
    return problem !== undefined || JSON.stringify(value) !== JSON.stringify(experiment[key]);
  });
}

describe('a link', () => {
  it('gives back every valid experiment, without a notice', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        expect(decodeLink(`#${encodeLink(experiment)}`)).toEqual({ experiment, notices: [] });
      }),
      { numRuns: 1500 },
    );
  });

  it('means the same as hash, query, whole address or bare pairs', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const link = encodeLink(experiment);
        for (const written of [
          link,
          `#${link}`,
          `?${link}`,
          `https://example.org/deep/page.html?${link}`,
          `https://example.org/deep/page.html#${link}`,
          `./page.html#${link}`,
        ]) {
          expect(decodeLink(written)).toEqual({ experiment, notices: [] });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('survives percent-encoding of every value', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const encoded = encodeLink(experiment)
          .split('&')
          .map((pair) =>
            pair
              .split('=')
              .map((part) => part.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`))
              .join('='),
          )
          .join('&');
        expect(decodeLink(`#${encoded}`).experiment).toEqual(experiment);
      }),
      { numRuns: 200 },
    );
  });

  it('holds v=1 first, then only keys that differ from their network’s default, in table order', () => {
    fc.assert(
      fc.property(anyExperiment, (experiment) => {
        const keys = encodeLink(experiment)
          .split('&')
          .map((pair) => pair.split('=')[0]);
        const different = parameterKeys.filter(
          (key) => JSON.stringify(experiment[key]) !== JSON.stringify(unsaid(experiment, key)),
        );
        expect(keys).toEqual(different.length > 0 ? ['v', ...different] : ['']);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for the default experiment, and an empty link is the default experiment', () => {
    expect(encodeLink(defaults)).toBe('');
    for (const link of ['', '#', '?', '?#', 'https://example.org/page/', '/page/#'])
      expect(decodeLink(link)).toEqual({ experiment: defaults, notices: [] });
  });

  it('reads as it did when it was first handed out', () => {
    const link =
      '#v=1&data=mnist&sigma=0.6&m=20&n=400&lr=0.25&steps=200&pair=3-8&layout=windows&stride=7&controls=sigma,m&autoplay=0';
    expect(decodeLink(link)).toEqual({
      experiment: {
        ...defaults,
        data: 'mnist',
        sigma: 0.6,
        m: 20,
        n: 400,
        lr: 0.25,
        steps: 200,
        pair: [3, 8],
        layout: 'windows',
        stride: 7,
        controls: ['sigma', 'm'],
        autoplay: false,
      },
      notices: [],
    });
    expect(`#${encodeLink(decodeLink(link).experiment)}`).toBe(link);
  });
});

describe('whatever is given as a link', () => {
  const anything = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => String.fromCharCode(...bytes)),
    fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 50 }).map((units) => String.fromCharCode(...units)), // lone surrogates
    fc
      .array(
        fc.constantFrom(
          '%',
          '%2',
          '%zz',
          '%ff',
          '%00',
          '&',
          '=',
          '#',
          '?',
          '+',
          ';',
          'k',
          'sigma',
          '__proto__',
          '1e999',
          '-',
          '\n',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
    fc
      .array(
        fc.tuple(
          fc.oneof(fc.constantFrom(...parameterKeys, 'v', '__proto__', 'constructor'), fc.string({ maxLength: 8 })),
          fc.oneof(fc.string({ maxLength: 12 }), fc.double().map(String), fc.bigInt().map(String)),
        ),
        { maxLength: 30 },
      )
      .map((pairs) => `#${pairs.map(([key, value]) => `${key}=${value}`).join('&')}`),
  );

  it('gives a valid experiment and notices in words, and never throws', () => {
    fc.assert(
      fc.property(anything, (link) => {
        const { experiment, notices } = decodeLink(link);
        expect(Object.keys(experiment)).toEqual([...parameterKeys]);
        expect(invalidFields(experiment)).toEqual([]);
        expect(mend(experiment).notices).toEqual([]);
        for (const notice of notices) {
          const message = noticed(notice);
          expect(message.startsWith(`${notice.field}: `)).toBe(true);
          expect(message.length).toBeLessThan(400);
          expect(message).toMatch(/\.$/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves every other object as it was', () => {
    decodeLink('#__proto__=1&__proto__.polluted=1&constructor=2&prototype=3&toString=4&hasOwnProperty=5');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'hasOwnProperty')).toBe(true);
  });

  it('is refused unread when it is huge', () => {
    const { experiment, notices } = decodeLink(`#${'k=5&'.repeat(1_000_000)}`);
    expect(experiment).toEqual(defaults); // not k = 5: nothing of it was read
    expect(notices.map(({ field }) => field)).toEqual(['link']);
  });
});
