/** The terms that the glossary explains: the page's words, each used for one thing and without synonyms. */
export const terms = [
  'singular-value',
  'spectrum',
  'stable-rank',
  'signal-dimension',
  'width',
  'background-noise',
  'patch',
  'filter',
  'gradient-descent',
  'step',
  'run',
  'sweep',
] as const;
export type Term = (typeof terms)[number];

/** The parameters that formulas and prose speak of by a symbol; the names are those of the links. */
export const symbols = ['k', 'sigma', 'm', 'side', 'patches', 'n', 'mu', 'q', 'kappa'] as const;
export type Symbol = (typeof symbols)[number];

/** What a coloured number belongs to. */
export type Role = 'clean' | 'data' | 'filters';
