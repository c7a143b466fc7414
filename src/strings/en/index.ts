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

/** The page in English; other languages have its type. */
export const en = {
  ...first,
  glossary,
  guesses,
  /** A parameter under a formula: its name and its value. */
  symbols: {
    k: 'features per class',
    sigma: 'background noise',
    m: 'filters per class',
    side: 'pixels of a patch',
    patches: 'patches per image',
    n: 'training images',
    mu: 'signal norm',
    q: 'exponent',
    kappa: 'threshold',
  },
  /** Between two sentences. */
  gap: ' ',
  where: 'where',
  /** Where it is folded. */
  formula: 'The formula',
  formulas: 'The formulas',
  choose: (name: string, shown: string) => `${name}, ${shown}: change it`,
  stands: (name: string, shown: string) => `${name}: ${found('symbol', shown)}`,
  close: 'Close',
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

export type Strings = typeof en;
