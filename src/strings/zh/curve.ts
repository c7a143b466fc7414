import type { Experiment } from '../../experiment/parameters';
import type { FirstStrings } from '../en/first';
import type { CurveReading } from '../figure-facts';
import { hundredths, rank } from '../numbers';
import { spaced } from './spaced';

const reading = (value: number | null, notion: Experiment['rank'], about: boolean) =>
  value === null ? '尚未测量' : `${about ? '约' : ''}${spaced(rank(value, notion))}`;

const noise = (sigma: number) => `σ\u00a0=\u00a0${hundredths(sigma)}`;

export const curve: FirstStrings['curve'] = {
  title: '秩随噪声的变化',
  name: (notion: string) => `${notion}随背景噪声的变化`,
  caption: (notion: string, image: boolean) => `秩：有多少个方向（${notion}${image ? '，图像矩阵' : ''}）`,
  axis: { long: '背景噪声 σ →', middle: '噪声 σ →', short: 'σ →' },
  names: { data: '含噪数据', predicted: '预测值', clean: '干净数据', filters: '滤波器' },
  lost: '已发散',
  now: noise,
  critical: (sigma: number) => `σ*\u00a0=\u00a0${hundredths(sigma)}，标度律`,
  about: (value: string) => `≈\u00a0${value}`,
  told: {
    from: (sigma: number) => `从这里起，滤波器中的噪声多于信号（实测，${noise(sigma)}）`,
    within: '在这里，滤波器中的噪声多于信号（实测）',
    low: (filters: string, data: string) => `：秩仍然低，最高 ${filters}，而数据有 ${data}`,
    chance: (sigma: number) => `；到 ${noise(sigma)} 时，对新图像的判断不比碰运气好`,
    short: '噪声多于信号',
  },
  reading: ({ sigma, data, filters, notion, about, diverged }: CurveReading) =>
    `${noise(sigma)}：含噪数据${reading(data, notion, about)}，滤波器${diverged ? '已发散' : reading(filters, notion, about)}`,
};
