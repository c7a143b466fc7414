import { describe, expect, it } from 'vitest';
import { decodeLink } from '../experiment/link';
import { noAssets } from '../images/assets';
import { settingsOf } from '../network/architecture';
import { architectureOf } from '../network/architectures';
import { singularValues } from '../spectrum/singular-values';
import { createEngine } from './engine';

const engine = createEngine(noAssets('no digits here'));
const of = (link: string) => decodeLink(`#side=4&k=2&n=16&patches=2&steps=20&backend=cpu&${link}`).experiment;
const deep = of('net=deep&depth=4&m=4'),
  transformer = of('net=transformer&m=16');

/** The network at the end of its run. */
async function trained(experiment: typeof deep) {
  await engine.start({ experiment, backend: 'cpu' });
  const { snapshot } = await engine.advance({ steps: experiment.steps, budget: null, record: 'end' });
  return snapshot.matrices;
}

describe('what images become', () => {
  it('is measured at every depth, with noise and without, to rounding', async () => {
    const matrices = await trained(deep);
    const spectra = (await engine.embeddings({ experiment: deep, matrices }))!;
    expect(spectra.map(({ name, rows }) => `${name} ${rows}`)).toEqual(['x patch', 'h1 patch', 'h2 patch', 'h3 patch']);
    for (const [kind, sigma] of [
      ['noisy', deep.sigma],
      ['clean', 0],
    ] as const) {
      const { train } = await engine.dataset({ experiment: { ...deep, sigma } });
      const embedded = architectureOf(deep).embed(matrices, settingsOf(deep), train);
      embedded.forEach(({ patch }, i) => {
        const want = singularValues(patch!);
        spectra[i]![kind].forEach((value, j) => expect(value).toBeCloseTo(want[j]!, 10));
      });
    }
  });

  it('begins with the data themselves, of which the spectrum is kept from step to step', async () => {
    const matrices = await trained(deep);
    const { data, clean } = await engine.spectrum({ experiment: deep });
    const [first, again] = [
      (await engine.embeddings({ experiment: deep, matrices }))!,
      (await engine.embeddings({ experiment: deep, matrices }))!,
    ];
    expect(first[0]).toMatchObject({ noisy: data, clean });
    expect(again[0]).toBe(first[0]);
    expect(again[1]).not.toBe(first[1]);
  });

  it('has a row an image where patches are no longer apart, or where that is asked for', async () => {
    const matrices = await trained(transformer);
    const rows = async (matrix: 'patch' | 'image') =>
      (await engine.embeddings({ experiment: { ...transformer, matrix }, matrices }))!.map(
        ({ name, rows: each }) => `${name} ${each}`,
      );
    expect(await rows('patch')).toEqual(['x patch', 't patch', 'o image', 'v image']);
    expect(await rows('image')).toEqual(['x image', 't image', 'o image', 'v image']);
  });

  it('is nothing under the matrices of another network', async () => {
    expect(await engine.embeddings({ experiment: deep, matrices: await trained(transformer) })).toBeNull();
  });
});

describe('attention on the object', () => {
  it('is the mean over the training images of what the patch gets that is not empty without noise', async () => {
    const matrices = await trained(transformer);
    const { train } = await engine.dataset({ experiment: transformer }),
      { train: clean } = await engine.dataset({ experiment: { ...transformer, sigma: 0 } });
    const { attention } = (await engine.said({ experiment: transformer, matrices, images: train }))!;
    let sum = 0;
    for (let i = 0; i < train.count; i++) {
      const first = clean.values.subarray(i * 32, i * 32 + 16).some((value) => value !== 0);
      sum += attention![2 * i + (first ? 0 : 1)]!;
    }
    const shares = await engine.attention({ experiment: transformer, frames: [matrices, matrices] });
    expect(shares).toHaveLength(2);
    for (const share of shares!) expect(share).toBeCloseTo(sum / train.count, 12);
  });

  it('is in what a whole run comes to, where there is such a thing', async () => {
    const complete = async (experiment: typeof deep) =>
      (await engine.complete({ experiment, backend: 'cpu', points: 0 })).summary.attention;
    const shares = await engine.attention({ experiment: transformer, frames: [await trained(transformer)] });
    expect(await complete(transformer)).toBeCloseTo(shares![0]!, 12);
    expect(await complete(deep)).toBeUndefined();
  });

  it('is nothing where nothing attends', async () => {
    expect(await engine.attention({ experiment: deep, frames: [await trained(deep)] })).toBeNull();
  });
});
