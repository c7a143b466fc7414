import { describe, expect, it } from 'vitest';
import { defaults, type Experiment } from '../../experiment/parameters';
import { makeImages } from '../../images/make-images';
import { imageSample } from '../../training/image-sample';
import { initialState } from '../state';
import { imageAt, oneImageOf } from './one-image';
import { questions } from './questions';

const noAssets = {} as never;

async function shown(patch: Partial<Experiment>) {
  const state = initialState({ ...defaults, n: 12, ...patch }, []);
  const asking = questions.oneImage.of(state)!;
  const answer = await imageSample(asking.params, noAssets);
  const answers = [{ ...asking, answer }];
  return oneImageOf({ ...state, asked: { ...state.asked, oneImage: { answers, failed: null } } })!;
}

describe('one training image', () => {
  it('is the first of the set at any noise, without being asked for again', async () => {
    for (const patch of [{}, { noise: 'everywhere' }, { project: false }, { patches: 1 }] as const) {
      const image = await shown(patch);
      for (const sigma of [0, 0.2, 1.3]) {
        const { train } = await makeImages({ ...defaults, n: 12, ...patch, sigma }, noAssets);
        const seen = imageAt(image, sigma);
        expect(Math.max(...seen.map((value, i) => Math.abs(value - train.values[i]!)))).toBeLessThan(1e-12);
      }
    }
    const text = (patch: Partial<Experiment>) =>
      questions.oneImage.of(initialState({ ...defaults, ...patch }, []))!.text;
    expect(text({ sigma: 0 })).toBe(text({ sigma: 0.4 }));
    expect(text({ k: 4 })).not.toBe(text({}));
  });

  it('has its object in one patch, where it has more than one', async () => {
    const { object, clean } = await shown({});
    expect(clean.slice(object! * 64, (object! + 1) * 64).some((value) => value !== 0)).toBe(true);
    expect((await shown({ patches: 1 })).object).toBeNull();
  });

  it('is not there before it is made', () => {
    expect(oneImageOf(initialState(defaults, []))).toBeNull();
  });
});
