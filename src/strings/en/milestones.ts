import type { Milestone } from '../guide-facts';
import { hundredths, plural, short } from '../numbers';
import { problems } from './problems';

/** What a screen reader says of a run and its moments. */
export const milestones = {
  label: 'Moments of training',
  text(milestone: Milestone): string {
    switch (milestone.kind) {
      case 'started':
        return 'Training started.';
      case 'separated':
        return `By step ${milestone.step} the first ${plural(milestone.count, 'singular value')} of the filters ${milestone.count === 1 ? 'stands' : 'stand'} apart from the rest.`;
      case 'finished': {
        const { steps, filters, data, sigma, testAccuracy, memorised } = milestone;
        const of = data === null ? '' : `, of the data at σ = ${short(sigma)} ${data}`;
        const test = testAccuracy === null ? '' : ` Test accuracy ${hundredths(testAccuracy)}.`;
        return `Finished after ${plural(steps, 'step')}. Rank of the filters ${filters}${of}.${test}${memorised ? ' The network has memorised noise.' : ''}`;
      }
      case 'diverged':
        return `Training diverged by step ${milestone.step}.`;
      case 'failed':
        return `Training failed. ${problems.text(milestone.failure)}`;
      case 'swept':
        return `${milestone.what === 'sweep' ? 'The sweep' : 'The phase map'} is finished: ${plural(milestone.runs, 'run')} made.`;
    }
  },
};
