/** Uniform on [0, 1). */
export type Random = () => number;

export const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));
export const oneOf = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
