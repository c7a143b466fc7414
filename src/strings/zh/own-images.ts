import type { Strings } from '../en';

/** 访问者自己的图像。 */
export const ownImages: Strings['ownImages'] = {
  title: '您自己的图像',
  choose: '您自己的图像…',
  stays: '一切都留在本设备上：图像在这里读取、保存和训练。',
  what: 'IDX（MNIST 及同类）、CIFAR 批文件、NPY 或 NPZ、每类一个文件夹的图片，或包含它们的 ZIP 文件。',
  files: '选择文件或 ZIP…',
  folder: '选择文件夹…',
  missing: (hash: string, classes: readonly string[], n: number) =>
    `此链接用到 ${n} 幅图像${classes.length === 2 ? `（类别 ${classes.join(' 与 ')}）` : ''}，它们不在本设备上。其内容的哈希值为 ${hash}。请选择或拖入原来的文件。`,
  other: (hash: string) => `这些不是链接所指的图像，后者的哈希值为 ${hash}。`,
  reading: (percent: number) => `正在读取：${percent}%`,
  stop: '停止',
  kept: '保存在本设备上',
  keptOne: (name: string, megabytes: number) => `${name}，${megabytes.toFixed(1)} MB`,
  take: '使用',
  takeNamed: (name: string) => `使用 ${name}`,
  forget: '删除',
  forgetNamed: (name: string) => `删除 ${name}`,
  notKept: '浏览器不会为下次访问保存它们：空间不足，或未获允许。',
  read: (name: string, count: number, height: number, width: number) =>
    `${name}：${count} 幅 ${height} × ${width} 像素的图像`,
  plus: '类别 +1',
  minus: '类别 −1',
  rest: '其余所有',
  ofClass: (name: string, train: number, test: number) =>
    `${name}（${train}${test > 0 ? `，另有 ${test} 幅用于测试` : ''}）`,
  preparation: '预处理',
  side: '边长（像素）',
  colour: '彩色',
  centre: '减去平均图像',
  mu: '范数 μ',
  layout: '布局',
  sheet: (name: string) => `上为读入的图像，下为用于训练的图像：${name}`,
  train: '用它们训练',
  others: '其他图像…',
};
