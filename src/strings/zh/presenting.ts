import type { Strings } from '../en';

/** The page as slides. */
export const presenting: Strings['presenting'] = {
  label: '演示',
  own: '页面当前状态',
  run: (letter) => `运行 ${letter}`,
  count: (at, of) => `${at} / ${of}`,
  back: '上一页',
  next: '下一页',
  keys: '按键',
  leave: '退出',
  does: {
    next: '下一页',
    back: '上一页',
    ends: '第一页、最后一页',
    play: '播放、暂停',
    restart: '重新训练',
    blank: '黑屏',
    full: '全屏',
    keys: '显示这些按键',
    leave: '退出',
  },
};
