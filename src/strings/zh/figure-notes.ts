import type { Strings } from '../en';
import type { NoteFacts } from '../guide-facts';
import { value } from '../markup';
import { hundredths, rank } from '../numbers';
import { percent } from './first';
import { spaced } from './spaced';

const between = (role: 'filters' | 'data', [low, high]: readonly [string, string]) =>
  low === high ? value(role, low) : `${value(role, low)} 至 ${value(role, high)}`;

/** How the first figure is not to be read. */
export const figureNotes: Strings['figureNotes'] = {
  noise({ sigma, filters, data, above, without }: NonNullable<NoteFacts['noise']>): string {
    const low = `低秩不等于学会：在 σ = ${hundredths(sigma)} 处，训练带来的改变中噪声多于信号，而滤波器的稳定秩为 ${value('filters', rank(filters))}，数据的为 ${value('data', rank(data))}。`;
    return without === null || above < 2 * without
      ? low
      : `${low}若数大于最大者十分之一的奇异值，则由没有噪声时的 ${without} 个变为 ${above} 个。`;
  },
  spread: ({ sigma, seeds, filters, data }: NonNullable<NoteFacts['spread']>): string =>
    `种子不同，结果也不同：在 σ = ${hundredths(sigma)} 处，${seeds} 个种子的滤波器的秩为 ${between('filters', filters)}，数据的秩为 ${between('data', data)}。`,
  unequal: ({ of, rank: stable, least }: NonNullable<NoteFacts['unequal']>): string =>
    `为什么是 ${value('filters', rank(stable))} 而不是 ${of}：滤波器跟随了全部 ${of} 个信号向量，但前 ${of} 个方向上的能量并不相等，最后一个是第一个的${spaced(percent(least))}。每个向量有多少滤波器跟随，全凭偶然。`,
};
