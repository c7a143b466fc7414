import type { Strings } from '../en';
import type { RunName } from '../panel-facts';

const named = (run: RunName) => ('letter' in run ? `运行 ${run.letter}` : `最近的运行 ${run.recent}`);

/** Runs that are pinned or were made before, beside the current one. */
export const runs: Strings['runs'] = {
  title: '保留运行，加以比较',
  lead: '固定一次运行，再改变某个参数：两次运行都留在这张表中，固定的运行也一直画在谱图和训练曲线中当前运行的后面。页面的链接会带上它们。',
  group: '固定的运行',
  pin: '固定当前运行',
  pinned: (letter: string) => `已固定为 ${letter}`,
  computing: (letters: readonly string[]) => `正在计算运行 ${letters.join('、')}…`,
  full: (most: number) => `最多保留 ${most} 次：下一次将取代 A。`,
  failed: (letter: string, failure: string) => `运行 ${letter} 无法完成：${failure}`,
  talk: {
    title: '您的演讲',
    lead: '每次固定的运行配一行文字：演示时，每次运行是一页幻灯片，并显示这行文字。页面的链接会带上它们。',
    line: (letter: string) => `运行 ${letter} 的文字`,
    placeholder: '这次运行说明什么',
    present: '演示这些运行',
  },
  table: {
    label: '并排比较运行',
    run: '运行',
    actions: '打开或取消固定',
    metrics: {
      data: '含噪数据',
      filters: '滤波器',
      signalShare: '信号占比',
      testAccuracy: '测试准确率',
      trainAccuracy: '训练准确率',
    },
    now: '当前',
    before: '之前',
    step: (step: number, steps: number) => `第 ${step} 步，共 ${steps} 步`,
    open: '打开',
    openRun: (run: RunName) => `打开${named(run)}`,
    unpin: '取消固定',
    unpinRun: (letter: string) => `取消固定 ${letter}`,
    againRun: (run: RunName) => `重新计算${named(run)}`,
    make: '计算',
    makeRun: (run: RunName) => `计算${named(run)}`,
    computing: '正在计算…',
    failed: '无法完成',
    diverged: '已发散',
    differs: '粗体加下划线：与当前运行不同。',
  },
};
