import type { Strings } from '../en';
import type { ImageFacts } from '../figure-facts';
import { count, hundredths } from '../numbers';
import { kinds } from './kinds';

/** The training images, clean and noisy. */
export const images: Strings['images'] = {
  one: (n: number) => `${count(n)} 幅训练图像之一`,
  oneName: (said: readonly string[]) => `一幅训练图像；${said.join('，')}`,
  lead: '下面是含噪声和不含噪声的训练图像。间隔是网络的输出乘以标签。',
  group: '训练图像',
  previous: '上一组',
  next: '下一组',
  drawing: '正在生成图像…',
  range: (from: number, to: number, of: number) => `第 ${from} 至 ${to} 幅，共 ${of} 幅`,
  name: ({ plus, wrong, images: kind, name }: ImageFacts) =>
    `${wrong ? '标签错误，' : ''}类别 ${plus ? '+1' : '−1'} · ${kinds[kind].shows(name)}`,
  noisy: (image: number, name: string) => `含噪声的图像 ${image}，${name}`,
  clean: (image: number) => `无噪声的图像 ${image}`,
  margin: (margin: number) => `${margin > 0 ? '✓ 正确' : '✗ 错误'}，间隔 ${hundredths(margin)}`,
  wrongMargin: (margin: number) => `${margin > 0 ? '✗ 已记住' : '✓ 仍判断正确'}，间隔 ${hundredths(margin)}`,
  vectors: { exact: '信号向量', estimated: '信号子空间：干净图像块的前几个奇异向量' },
};
