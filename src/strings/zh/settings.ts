import type { Strings } from '../en';

export const settings: Strings['settings'] = {
  yes: '是',
  no: '否',
  title: '全部设置',
  groups: { images: '改变图像', filters: '改变滤波器', training: '改变训练', view: '改变显示' },
  defaults: '默认值',
  defaultsDocs: '默认实验，从头训练。浏览器的“后退”可以撤销。',
};
