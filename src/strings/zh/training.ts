import type { Strings } from '../en';
import type { BackendName, CurveFacts, LossFacts, Moment, PointFacts } from '../figure-facts';
import { hundredths, loss as lossText } from '../numbers';
import { backends } from './first';
import { pinnedBehind } from './spectra';

const notStarted = '训练尚未开始。';

/** What a run is doing, its curves and its moments. */
export const training: Strings['training'] = {
  label: '训练',
  metrics: { step: '步', loss: '损失', train: '训练准确率', test: '测试准确率', on: '后端' },
  stepOf: (step: number, steps: number) => `${step} / ${steps}`,
  on: (backend: BackendName, device: string) => `${backends[backend]}${device === '' ? '' : ` (${device})`}`,
  batch: '这一批步的完成比例',
  outcome: {
    loading: '正在加载…',
    starting: '正在开始…',
    large: (megabytes: number) =>
      `正在生成 ${megabytes} MB 的训练图像，生成时占用的内存是它的数倍；图像少一些或小一些会更快…`,
    training: '正在训练',
    ready: '就绪：请按“播放”',
    paused: '已暂停',
    finished: (steps: number) => `已完成 ${steps} 步`,
    replaying: '正在重播',
    looking: (step: number) => `正在回看第 ${step} 步`,
    back: (step: number) => `回到第 ${step} 步`,
    diverged: (step: number, lr: number) =>
      `到第 ${step} 步已发散：损失越出界限后不再回来。显示的是最后一个有限值的画面。请减小学习率 η/m（现为 ${lr}）。`,
    quarter: '减为四分之一',
  },
  moments: {
    label: '这次运行的各个时刻',
    text(moment: Moment): string {
      switch (moment.kind) {
        case 'dip':
          return `第 ${moment.step} 步有 ${moment.leaders} 个方向领先${moment.risen === null ? '' : `，到第 ${moment.risen.step} 步已有 ${moment.risen.count} 个上升`}`;
        case 'half':
          return '损失减半';
        case 'fitted':
          return '训练准确率为 1';
        case 'rise':
          return moment.first === moment.last
            ? `第 ${moment.first} 个奇异值上升`
            : `第 ${moment.first}–${moment.last} 个奇异值上升`;
      }
    },
    jump: (moment: string, step: number) => `${moment} · ${step}`,
  },
  scrubber: '显示的步',
  shown: ({ step, steps, notion, rank, loss, trainAccuracy, testAccuracy }: PointFacts) =>
    `第 ${step} 步，共 ${steps} 步：${notion} ${rank}，损失 ${lossText(loss)}，训练准确率 ${hundredths(trainAccuracy)}${testAccuracy === null ? '' : `，测试准确率 ${hundredths(testAccuracy)}`}`,
  notMade: (step: number, steps: number) => `第 ${step} 步，共 ${steps} 步`,
  origin: '第 0 步',
  curve: {
    name: (notion: string) => `训练过程中滤波器的${notion}`,
    caption: (notion: string) => `${notion}随训练步的变化`,
    filters: '滤波器',
    data: '含噪数据',
    clean: '干净数据',
    description: (facts: CurveFacts | null) => {
      if (!facts) return notStarted;
      const { step, steps, notion, filters, data, pins } = facts;
      return `在第 ${step} 步（共 ${steps} 步），滤波器的${notion}为 ${filters}${data === null ? '' : `；含噪数据的${notion}为 ${data}`}。${pinnedBehind(pins)}`;
    },
  },
  loss: {
    name: '训练过程中的损失',
    caption: '训练图像与测试图像上的平均 logistic 损失',
    line: '训练',
    test: '测试',
    description: (facts: LossFacts | null) =>
      facts
        ? `损失开始时为 ${facts.first.toPrecision(2)}，到第 ${facts.step} 步为 ${facts.last.toPrecision(2)}${facts.test === null ? '' : `；此时测试图像上的损失为 ${facts.test.toPrecision(2)}`}。`
        : notStarted,
  },
  accuracy: {
    name: '训练过程中的准确率',
    caption: '训练图像与测试图像上的准确率',
    train: '训练',
    test: '测试',
    description: (facts: { readonly step: number; readonly train: number; readonly test: number | null } | null) =>
      facts
        ? `在第 ${facts.step} 步，训练准确率为 ${hundredths(facts.train)}${facts.test === null ? '' : `，测试准确率为 ${hundredths(facts.test)}`}。`
        : notStarted,
  },
};
