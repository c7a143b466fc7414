import type { Strings } from '../en';

/** Under the first figure. */
export const curveRow: Strings['curveRow'] = {
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
