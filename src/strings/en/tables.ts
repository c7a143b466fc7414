/** Heads of the tables behind the charts. */
export const tables = {
  index: 'no.',
  value: 'singular value',
  energyOf: (of: string) => `${of}, energy`,
  step: 'step',
  run: (letter: string) => `pinned run ${letter}`,
  line: 'line',
  lowest: (of: string) => `${of}, lowest`,
  highest: (of: string) => `${of}, highest`,
  share: 'share of energy in the signal span',
  ratio: 'σ/σ*',
  filter: 'filter',
  cosine: (name: string) => `cosine with ${name}`,
  rest: 'energy off the signal span',
  energy: 'energy, relative to the largest',
};
