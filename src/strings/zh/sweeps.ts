import type { Experiment } from '../../experiment/parameters';
import type { Strings } from '../en';
import type { CellFacts, LevelFacts } from '../panel-facts';
import { hundredths, rank } from '../numbers';
import { spaced } from './spaced';

const axis = '背景噪声 σ';
const none = '尚无测量结果。';

/** With the space that a number has ahead of it. */
const ranks = ({ data, filters }: LevelFacts, notion: Experiment['rank']) => ({
  data: spaced(data === null ? '未知' : rank(data, notion)),
  filters: spaced(filters === null ? '已发散' : rank(filters, notion)),
});

const shown = (value: number | null) => spaced(value === null ? '未知' : hundredths(value));

const cell = ({ sigma, row, share, testAccuracy }: CellFacts) =>
  `σ = ${sigma}，${row}：信号占比${shown(share)}，测试准确率${shown(testAccuracy)}。`;

/** Many runs drawn as one figure: the sweep of the noise, and the phase map. */
export const sweeps: Pick<Strings, 'sweeps' | 'sweep' | 'map'> = {
  sweeps: {
    stop: '停止',
    again: '重新运行',
    resume: '继续',
    progress: '已完成的运行所占比例',
    running: (done: number, total: number) => `已完成 ${done} / ${total} 次运行`,
    stopped: (done: number, total: number) => `已停止：完成了 ${done} / ${total} 次运行`,
    ready: (total: number) => `已完成 ${total} 次运行`,
    stale: '这是在其他设置下测得的，与当前设置不同。',
    failed: (done: number, total: number, failure: string) => `完成了 ${done} / ${total} 次运行，然后：${failure}`,
    kept: '已保存在本设备上。',
    notKept: '浏览器没有为下次访问保存它：空间不足，或不允许保存。',
    forget: '删除',
    forgets: '删除本设备上保存的所有扫描曲线和相图',
  },
  sweep: {
    start: (levels: number) => `画出曲线：${levels} 个噪声水平`,
    points: '测得的噪声水平',
    open: (level: LevelFacts, notion: Experiment['rank']) => {
      const { data, filters } = ranks(level, notion);
      return `σ = ${level.sigma}：含噪数据${data}，滤波器${filters}${level.testAccuracy === null ? '' : `，测试准确率 ${hundredths(level.testAccuracy)}`}。打开这次运行。`;
    },
    axis,
    caption: (notion: string, matrix: Experiment['matrix']) => (matrix === 'image' ? `${notion} · 图像矩阵` : notion),
    names: { data: '含噪数据', predicted: '预测值', clean: '干净数据', filters: '滤波器' },
    critical: (sigma: number) => `σ* = ${hundredths(sigma)}，标度律`,
    now: (sigma: number) => `当前 σ = ${hundredths(sigma)}`,
    name: (notion: string) => `${notion}随背景噪声的变化`,
    text: (levels: readonly LevelFacts[], notion: Experiment['rank']) => {
      if (levels.length === 0) return none;
      const each = levels.map((level) => {
        const { data, filters } = ranks(level, notion);
        return `σ = ${level.sigma} 时数据${data}，滤波器${filters}`;
      });
      return `从 σ = ${levels[0]!.sigma} 到 ${levels.at(-1)!.sigma}，测量了 ${levels.length} 个噪声水平：${each.join('；')}。`;
    },
  },
  map: {
    lead: '曲线是临界噪声 σ*；如果横轴改为 σ/σ*，在标度律成立的地方，各行会重合。',
    start: '画出相图',
    cells: '相图的格子',
    cell,
    open: (facts: CellFacts) => `${cell(facts)}打开这次运行。`,
    axis,
    name: (quantity: string, second: string) => `${quantity}随噪声和${spaced(second)} 的变化`,
    text: (done: number, total: number) => (done === 0 ? none : `${total} 格中已测量 ${done} 格。`),
    relative: { name: (quantity: string) => `${quantity}随 σ/σ* 的变化`, axis: '相对于临界噪声的噪声，σ/σ*' },
  },
};
