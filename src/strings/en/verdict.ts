import type { Verdict } from '../guide-facts';
import { value } from '../markup';
import { hundredths } from '../numbers';
import { percent } from './first';

/** What became of a run, in half a line. */
export const verdict = {
  came: 'This run:',
  comparing: 'compared with σ = 0 …',
  text(verdict: Verdict): string {
    switch (verdict.kind) {
      case 'diverged': return `diverged by step ${verdict.step}: there is no rank to read off it.`;
      case 'unfitted': return `not fitted: training accuracy is ${hundredths(verdict.trainAccuracy)}, too low to say what it learns.`;
      case 'clean': return `without noise, filters ${value('filters', verdict.filters)} and data ${value('clean', verdict.data)}.`;
      case 'memorised': return `memorised: the signal span holds ${percent(verdict.share)} of the filters’ energy${verdict.testAccuracy === null ? '' : `, test accuracy is ${hundredths(verdict.testAccuracy)}`}.`;
      case 'flat': return `flat: filters ${value('filters', `${verdict.from} → ${verdict.to}`)} while the data went ${value('data', `${verdict.dataFrom} → ${verdict.dataTo}`)}.`;
      case 'moved': return `moved: filters ${value('filters', `${verdict.from} → ${verdict.to}`)} while the data went ${value('data', `${verdict.dataFrom} → ${verdict.dataTo}`)}${verdict.share === null ? '' : `; the signal span holds ${percent(verdict.share)} of their energy`}.`;
      case 'alone': return `filters ${value('filters', verdict.filters)}, data ${value('data', verdict.data)}.`;
    }
  },
};
