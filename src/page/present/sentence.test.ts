import { describe, expect, it } from 'vitest';
import { defaults } from '../../experiment/parameters';
import { initialState } from '../../store/state';
import { stateAtEnd } from '../../store/testing-runs';
import { stepExperiment, tour } from '../../story/tour/steps';
import { tourFacts } from '../../story/tour/facts';
import { en } from '../../strings/en';
import { plain } from '../../strings/markup';
import { zh } from '../../strings/zh';
import { isLong, oneSentence } from './sentence';

describe('the sentence of a slide', () => {
  it('is the first with a measured number', () => {
    expect(oneSentence('Noise of σ = 0.2 is added. It goes to [[41.3|role:data]]. Then 7.')).toBe(
      'It goes to [[41.3|role:data]].',
    );
    expect(oneSentence('这里有噪声。秩是 [[41.3|role:data]]。')).toBe('秩是 [[41.3|role:data]]。');
    expect(oneSentence('Nothing is known yet. Wait.')).toBe('Nothing is known yet.');
  });

  it('has smaller type where a presenter’s line is long', () => {
    expect(['x'.repeat(140), '秩'.repeat(70), '秩'.repeat(71)].map(isLong)).toEqual([false, false, true]);
  });

  it('is one for every step of the tour, in both languages, whatever is known', async () => {
    const ended = await stateAtEnd({ ...defaults, n: 24, m: 8, steps: 40 }, 40);
    for (const step of tour)
      for (const { tour: words } of [en, zh])
        for (const state of [initialState(stepExperiment(defaults, step), []), ended]) {
          const sentence = plain(oneSentence(words.steps[step.name].text(tourFacts(state))));
          expect(sentence).toMatch(/[.。]$/);
          expect(sentence.length, sentence).toBeLessThan(170);
        }
  });
});
