import type { Strings } from '../en';
import { found } from '../markup';
import { causes } from './causes';
import { citing } from './citing';
import { closer } from './closer';
import { edges } from './edges';
import { figureNotes } from './figure-notes';
import { curveRow } from './curve-row';
import { filters } from './filters';
import { finding } from './finding';
import { first } from './first';
import { glossary } from './glossary';
import { guesses } from './guesses';
import { images } from './images';
import { kinds } from './kinds';
import { milestones } from './milestones';
import { ownImages } from './own-images';
import { open } from './open';
import { panels } from './panels';
import { parameterDocs } from './parameter-docs';
import { presenting } from './presenting';
import { problems } from './problems';
import { reasons } from './reasons';
import { runs } from './runs';
import { saving } from './saving';
import { settings } from './settings';
import { sharing } from './sharing';
import { spectra } from './spectra';
import { sweeps } from './sweeps';
import { tables } from './tables';
import { theory } from './theory';
import { tour } from './tour';
import { training } from './training';
import { verdict } from './verdict';

/** The page in Simplified Chinese. */
export const zh: Strings = {
  ...first,
  glossary,
  guesses,
  symbols: {
    k: '每类特征数',
    sigma: '背景噪声',
    m: '每类滤波器数',
    side: '每个图像块的像素数',
    patches: '每幅图像的图像块数',
    n: '训练图像数',
    mu: '信号范数',
    q: '指数',
    kappa: '阈值',
  },
  gap: '',
  where: '其中',
  formula: '公式',
  formulas: '公式',
  choose: (name: string, shown: string) => `${name}，${shown}：修改`,
  stands: (name: string, shown: string) => `${name}：${found('symbol', shown)}`,
  close: '关闭',
  ...finding,
  ...reasons,
  ...citing,
  saving,
  settings,
  ...sharing,
  ...sweeps,
  curveRow,
  spectra,
  runs,
  tables,
  theory,
  tour,
  verdict,
  figureNotes,
  milestones,
  edges,
  open,
  ownImages,
  panels,
  parameterDocs,
  presenting,
  problems,
  training,
  closer,
  causes,
  filters,
  images,
  kinds,
};
