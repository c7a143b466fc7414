import { describe, expect, it } from 'vitest';
import { presetNames } from '../experiment/presets';
import { en } from './en';
import { chooseLanguage } from './languages';
import { found, link, parse, plain, raised, symbol, term, value } from './markup';
import { rank, short } from './numbers';
import { symbols, terms } from './terms';
import { said } from './testing';

/** Every string of a catalogue that needs no facts. */
function strings(of: unknown): string[] {
  if (typeof of === 'string') return [of];
  return of !== null && typeof of === 'object' ? Object.values(of).flatMap(strings) : [];
}

describe('the catalogue', () => {
  it('explains every term of the page', () => {
    expect(terms).toHaveLength(12);
    for (const name of terms) {
      expect(en.glossary[name].name).not.toBe('');
      expect(en.glossary[name].text).toMatch(/\.$/);
    }
  });

  it('says of every preset what to look for', () => {
    for (const name of presetNames) expect(en.verdict.look[name]).toMatch(/\.$/);
  });

  it('marks only what there is: terms, symbols, roles, links', () => {
    const made = [...said(en).values()].flat().map(({ sentence }) => sentence);
    const pieces = [...strings(en), ...made].flatMap(parse);
    for (const piece of pieces) {
      if (piece.kind === 'term') expect(terms).toContain(piece.name);
      if (piece.kind === 'symbol') expect(symbols).toContain(piece.name);
      if (piece.kind === 'link') expect(piece.name).toMatch(/^(https:|\.\/)/);
      expect(piece.text).not.toMatch(/\[\[|\]\]/);
    }
    const used = new Set(pieces.flatMap((piece) => (piece.kind === 'term' ? [piece.name] : [])));
    expect(terms.filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('markup', () => {
  it('is taken apart in order, and left out for reading', () => {
    const sentence = `The ${term('stable-rank', 'stable rank')} of ${symbol('sigma', 'σ')} is ${value('data', '4.5')}, ${link('https://a.b/?c=1', 'here')}.`;
    expect(parse(sentence).map(({ kind }) => kind)).toEqual([
      'text',
      'term',
      'text',
      'symbol',
      'text',
      'role',
      'text',
      'link',
      'text',
    ]);
    expect(parse(sentence)[7]).toEqual({ kind: 'link', text: 'here', name: 'https://a.b/?c=1' });
    expect(plain(sentence)).toBe('The stable rank of σ is 4.5, here.');
    expect(parse(`n${raised('q')} is ${found('power', '27')}`)).toEqual([
      { kind: 'variable', text: 'n' },
      { kind: 'raised', text: 'q' },
      { kind: 'text', text: ' is ' },
      { kind: 'found', text: '27', name: 'power' },
    ]);
  });
});

describe('variables in sentences', () => {
  const variables = (sentence: string) =>
    parse(sentence).flatMap(({ kind, text }) => (kind === 'variable' ? [text] : []));

  it('are letters by themselves, with figures before and signs or indices behind them', () => {
    expect(variables('At σ* = (μ/√d)(n/2K) a share of s₁ ≥ s₂ is, as for all n, W − W₀.')).toEqual([...'σμdnKssnWW']);
    expect(variables('设 d 远大于 2K，从σ解出')).toEqual(['d', 'K', 'σ']);
    expect(variables('14 × 14 pixels')).toEqual([]);
  });

  it('are no words, no parts of words and no names', () => {
    for (const none of [
      'I saw a b',
      'A CNN’s filters don’t',
      'by Y. LeCun, C. Cortes',
      'e.g. MNIST, i.e. t3',
      'the images’',
    ])
      expect(variables(none.replace(' b', '')), none).toEqual([]);
  });
});

describe('numbers in sentences', () => {
  it('claim neither all nor nothing by rounding', () => {
    expect([1, 0.9999, 0.998, 0.5, 0.0004, 0].map(en.percent)).toEqual([
      '100%',
      'over 99.9%',
      '99.8%',
      '50%',
      'under 0.1%',
      '0%',
    ]);
    expect([0.2, 0.4274, 58.59, 1234.5, Infinity].map(short)).toEqual(['0.2', '0.427', '58.6', '1,235', '∞']);
  });

  it('have one decimal where they are ranks, unless directions are counted', () => {
    expect([rank(6), rank(6, 'effective'), rank(6, 'numerical'), rank(6, 'energy'), rank(19 / 3, 'energy')]).toEqual([
      '6.0',
      '6.0',
      '6',
      '6',
      '6.3',
    ]);
  });
});

describe('the language', () => {
  it('is the one asked for, or the first of the browser’s that there is, or English', () => {
    expect(chooseLanguage('zh', ['en-GB'])).toBe('zh');
    expect(chooseLanguage('en', ['zh-CN'])).toBe('en');
    expect(chooseLanguage('auto', ['fr-FR', 'en-GB', 'zh'])).toBe('en');
    expect(chooseLanguage('auto', ['fr', 'zh-CN', 'en'])).toBe('zh');
    expect([['fr'], ['enm', 'zha'], []].map((preferred) => chooseLanguage('auto', preferred))).toEqual([
      'en',
      'en',
      'en',
    ]);
  });

  it('is Chinese for whoever reads simplified characters', () => {
    for (const tag of ['zh', 'zh-CN', 'ZH-cn', 'zh-SG', 'zh-MY', 'zh-Hans', 'zh-Hans-CN', 'zh-Hans-HK', 'zh-hans-tw'])
      expect(chooseLanguage('auto', [tag, 'en']), tag).toBe('zh');
    for (const tag of ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'zh-Hant-CN', 'zh-Hant-HK']) {
      expect(chooseLanguage('auto', [tag, 'en', 'zh-CN']), tag).toBe('en');
      expect(chooseLanguage('auto', [tag, 'zh-CN', 'en']), tag).toBe('zh');
    }
  });
});
