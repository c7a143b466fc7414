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
  notions: { label: '秩的定义', stable: '稳定秩', numerical: '数值秩', effective: '有效秩', energy: '能量秩' },
  status: {
    label: '曲线',
    waiting: '虚线为预测值，随后开始运行。',
    unpredicted: '随后开始运行。',
    running: (done: number, total: number) => `已完成 ${done} / ${total} 次运行`,
    runs: '正在运行。',
    ready: (total: number) => `${total} 次运行，每次一个点`,
    bands: (total: number) => `${total} 次运行，每次一个点；色带：三个种子`,
    offered: (runs: number, time: string) => `整条曲线：${runs} 次运行，约 ${time}。`,
    stopped: (done: number, total: number) => `已停止：完成了 ${done} / ${total} 次运行。`,
    failed: (failure: string) => `曲线停了下来：${failure}`,
    seconds: (seconds: number) => `${seconds} 秒`,
    minutes: (minutes: number) => `${minutes} 分钟`,
    draw: '画出来',
    resume: '继续',
    stop: '停止',
    again: '重试',
    progress: '已完成的运行所占比例',
  },
};
