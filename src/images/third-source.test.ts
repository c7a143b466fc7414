import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readArguments, type Arguments, type RunSource } from '../../cli/arguments';
import { run } from '../../cli/run';
import { nothingToSay } from '../../cli/testing';
import { decodeLink, encodeLink } from '../experiment/link';
import { defaults, parameters, type Experiment, type ImageKind } from '../experiment/parameters';
import { isRelevant } from '../experiment/relevance';
import { readRun, writeRun } from '../experiment/runs';
import { imagesText, scienceText } from '../experiment/science';
import { imageShape, patchPlaces } from '../experiment/shape';
import { noticed } from '../problems/testing';
import { changeOf } from '../share/change-of';
import { fileName } from '../share/file-names';
import { openRunFile } from '../share/open-run-file';
import { readRunFile } from '../share/read-run-file';
import { runFileOf } from '../share/run-file';
import { singularValues } from '../spectrum/singular-values';
import { finished, testApp } from '../store/testing';
import { noisePlan } from '../store/views/plans';
import { signalDimensionOf, spectrumOf } from '../store/views/shown-spectrum';
import { hasNoise, predictionOf, raceOf } from '../store/views/theory';
import { classesOf } from '../story/classes';
import { dataFacts } from '../story/facts';
import { kinds as english } from '../strings/en/kinds';
import { kinds as chinese } from '../strings/zh/kinds';
import { DataSpectra, patchMatrix } from '../training/data-spectrum';
import { createEngine } from '../training/engine';
import { noAssets } from './assets';
import { draws } from './draws';
import { makeImages } from './make-images';
import { randomStream } from './random';
import type { ImageSet, PatchedImages } from './patched-images';
import { sources } from './sources/list';
import type { ImageSource } from './sources/source';
import type { Science } from '../experiment/parameters';

/** What a visitor's own images would be: a file, whose content no parameter names. */
const file = vi.hoisted(() => ({ content: 'one', tall: 1 }));

/** Two kinds of images that the product has not: from a file, with a span to estimate; and with no signal to know of. */
vi.mock('./sources/list', async (importOriginal) => {
  const original = await importOriginal<typeof import('./sources/list')>();
  const stripes: ImageSource = {
    kind: 'stripes',
    label: 'Stripes from a file',
    is: { classed: false, theory: false, signal: 'estimated' },
    reads: () => ['sigma', 'n', 'seed'],
    identity: ({ sigma, n, seed }) => `stripes ${file.content} ${sigma} ${n} ${seed}`,
    shape: () => ({ patches: 2, side: 3, channels: 1 }),
    mend: ({ n }) =>
      n > 30 ? [{ field: 'n', value: 30, problem: { kind: 'too-many-digits', perDigit: 15, used: 30 } }] : [],
    most: () => ({ n: 30 }),
    signalDimension: () => null,
    testImages: () => 20,
    hasRoomForNoise: () => true,
    classes: () => ['across', 'down'],
  };
  const blank: ImageSource = {
    ...stripes,
    kind: 'blank',
    label: 'Blank',
    is: { classed: false, theory: false, signal: 'none' },
    identity: ({ sigma, n, seed }) => `blank ${sigma} ${n} ${seed}`,
  };
  const all = { ...original.sources, stripes, blank };
  return { sources: all, sourceOf: ({ data }: { data: keyof typeof all }) => all[data] };
});
vi.mock('./draws', async (importOriginal) => {
  const original = await importOriginal<typeof import('./draws')>();
  return { draws: { ...original.draws, stripes: drawStripes, blank: drawStripes } };
});
vi.mock('../strings/en/kinds', async (importOriginal) => {
  const original = await importOriginal<typeof import('../strings/en/kinds')>();
  const stripes = { ...original.kinds.mnist, images: () => 'The images are stripes.' };
  return { kinds: { ...original.kinds, stripes, blank: stripes } };
});

/** Image i is a line across or down, as high as the file says; noise is on the other patch. */
async function drawStripes({ data, n, sigma, seed }: Science): Promise<ImageSet> {
  await Promise.resolve();
  const draw = (count: number, set: string): PatchedImages => {
    const { normal } = randomStream(seed, `${set} stripes`);
    const values = Float64Array.from({ length: count * 18 }, (_, at) => {
      const [image, patch, row, column] = [Math.floor(at / 18), Math.floor(at / 9) % 2, Math.floor(at / 3) % 3, at % 3];
      const noise = normal() * sigma;
      return patch === 1 ? 0 + noise : (image % 2 === 0 ? row : column) === 1 ? file.tall : 0;
    });
    const labels = Float64Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1 : -1));
    return { count, patches: 2, dimension: 9, values, labels };
  };
  const known = (data as string) === 'stripes';
  const axis = (at: number) => Float64Array.from({ length: 9 }, (_, i) => (i === at ? 1 : 0));
  return {
    train: draw(n, 'training'),
    test: () => draw(20, 'test'),
    signal: known ? axis(4) : new Float64Array(0),
    signalDimension: known ? 1 : 0,
  };
}

const stripes = 'stripes' as ImageKind,
  blank = 'blank' as ImageKind;
const link = '#data=stripes&n=12&m=4&steps=60&sigma=0.3&lr=30';
const of = (text = link): Experiment => decodeLink(text).experiment;
const engine = () => createEngine(noAssets('nothing is asked for'));

beforeEach(() => Object.assign(file, { content: 'one', tall: 1 }));

describe('a third kind of images', () => {
  it('is a value of the table, and goes through links, pins and messages', () => {
    expect(parameters.data.values).toHaveProperty('stripes', 'Stripes from a file');
    expect(decodeLink(link)).toMatchObject({ experiment: { data: 'stripes', n: 12 }, notices: [] });
    expect(`#${encodeLink(of())}`).toBe('#v=1&data=stripes&sigma=0.3&m=4&n=12&lr=30&steps=60');
    expect(readRun(writeRun(of())).experiment).toMatchObject({ data: 'stripes', n: 12, m: 4 });
    expect(changeOf(new Map([['data', 'stripes']]), { ...defaults, n: 20 })).toEqual({ patch: { data: 'stripes' } });
    expect(decodeLink('#data=wibble').notices.map(noticed).join()).toContain('fashion, file, stripes, blank');
  });

  it('mends what it cannot be, and says which parameters it reads', () => {
    expect(decodeLink(`${link}&n=99`)).toMatchObject({ experiment: { n: 30 }, notices: [{ field: 'n' }] });
    const read = (['data', 'sigma', 'n', 'k', 'mu', 'pair', 'layout', 'side', 'm', 'q'] as const).filter((key) =>
      isRelevant(key, of()),
    );
    expect(read).toEqual(['data', 'sigma', 'n', 'm', 'q']);
    expect(fileName(of(), 'filters', 'svg')).toBe(
      'rank-under-noise-sigma-0.3-m-4-data-stripes-n-12-lr-30-steps-60-filters.svg',
    );
  });

  it('has its own shape everywhere', async () => {
    expect(imageShape(of())).toEqual({ patches: 2, side: 3, channels: 1 });
    expect(patchPlaces(of())).toMatchObject({ width: 7, height: 3 });
    const { dimension, snapshot } = await engine().start({ experiment: of(), backend: 'cpu' });
    expect([dimension, snapshot.matrices[0]!.values.length]).toEqual([9, 8 * 9]);
  });

  it('is drawn and trained by the engine, alone, whole and by the command line', async () => {
    const trained = engine();
    await trained.start({ experiment: of(), backend: 'cpu' });
    const { snapshot } = await trained.advance({ steps: 60, budget: null, record: 'end' });
    const { summary, spectrum } = await engine().complete({ experiment: of(), backend: 'cpu', points: 0 });
    expect(summary).toMatchObject({
      loss: snapshot.loss,
      signalDimension: 1,
      matrices: [{ signalShare: snapshot.matrices[0]!.signalShare }],
    });
    expect(snapshot.loss).toBeLessThan(0.6);
    expect(spectrum.data).toEqual(singularValues(patchMatrix((await drawStripes(of())).train)));
    const sample = await engine().images({ experiment: of(), from: 1, count: 1 });
    expect([...sample.clean.values].filter((value) => value !== 0)).toEqual([1, 1, 1]);
    const printed = await run(
      readArguments(['--link', link, '--backend', 'cpu', '--every', '60']) as Arguments<RunSource>,
      nothingToSay,
    );
    expect(printed).toMatchObject({
      parameters: { data: 'stripes' },
      signalDimension: 1,
      history: [{ step: 0 }, { step: 60, loss: snapshot.loss }],
    });
  });

  it('never gets numbers that were kept for other images: of another kind, or of another file', async () => {
    const spectra = new DataSpectra(noAssets('nothing is asked for'));
    const clean = async (experiment: Experiment) => (await spectra.of(experiment)).clean;
    const first = await clean(of());
    // Everything but `data` is as it was.
    const other = await clean({ ...of(), data: 'synthetic', side: 3, k: 1 });
    expect(other).not.toEqual(first);
    expect(await clean({ ...of(), side: 3, k: 1 })).toEqual(first);
    const before = [imagesText(of()), scienceText(of())];
    Object.assign(file, { content: 'two', tall: 2 });
    expect([imagesText(of()), scienceText(of())].filter((text) => before.includes(text))).toEqual([]);
    expect(await clean(of())).toEqual(first.map((s) => 2 * s));
    // And keeps those of its own while only the noise changes.
    const kept = await clean({ ...of(), sigma: 0.1 });
    expect(await clean({ ...of(), sigma: 0.2 })).not.toBe(first);
    expect(kept).toEqual(await clean({ ...of(), sigma: 0 }));
  });

  it('has no theory where it says so, and sweeps all the same', () => {
    expect([raceOf(of()), predictionOf(of())]).toEqual([null, { value: null, why: 'untold' }]);
    expect(hasNoise(of())).toBe(true);
    expect(noisePlan(of()).axes[0]).toMatchObject({ key: 'sigma' });
  });

  it('is shown by the page: its span once it is known, its words, its classes', async () => {
    const app = testApp(`${link}&backend=cpu`);
    expect(signalDimensionOf(app.store.getState())).toBeNull();
    await finished(app);
    const state = app.store.getState();
    expect([signalDimensionOf(state), spectrumOf(state.experiment, state.data)?.columns]).toEqual([1, 9]);
    const facts = dataFacts(state);
    expect(facts).toMatchObject({ images: 'stripes', classes: ['across', 'down'], patches: 2 });
    expect(english[facts.images].images(facts)).toBe('The images are stripes.');
    expect(classesOf(defaults)).toEqual(['+1', '−1']);
  });

  it('can be kept as a run file, and opened again', async () => {
    const app = testApp(`${link}&backend=cpu`);
    await finished(app);
    const json = JSON.stringify(runFileOf(app.store.getState()));
    expect(readRunFile(json).link).toContain('data=stripes');
    const other = testApp('#side=4&k=1&n=8&m=2&steps=5&backend=cpu');
    await openRunFile(other, { name: 'run.json', size: json.length, text: () => Promise.resolve(json) });
    expect(other.store.getState()).toMatchObject({ notices: [], experiment: { data: stripes } });
    expect(other.store.getState().run.latest).toEqual(app.store.getState().run.latest);
  });

  it('has ranks without a share of the signal where no signal is known', async () => {
    const { summary, history } = await engine().complete({
      experiment: { ...of(), data: blank },
      backend: 'cpu',
      points: 0,
    });
    expect(summary).toMatchObject({
      signalDimension: 0,
      matrices: [{ signalShare: null, ranks: { stable: expect.any(Number) } }],
    });
    expect(history.at(-1)!.matrices[0]!.singularValues).toHaveLength(8);
  });
});

it('the compiler asks for a third kind wherever there is something by kind', () => {
  type OneMore = Readonly<Record<ImageKind | 'stripes', unknown>>;
  const byKind = [
    // @ts-expect-error what it is
    sources satisfies OneMore,
    // @ts-expect-error how it is drawn
    draws satisfies OneMore,
    // @ts-expect-error its words in English
    english satisfies OneMore,
    // @ts-expect-error its words in Chinese
    chinese satisfies OneMore,
  ];
  expect(byKind).toHaveLength(4);
});

it('every source is listed under its own name, and draws what its identity says', async () => {
  for (const [kind, source] of Object.entries(sources)) expect(source.kind).toBe(kind);
  // What a source does not read leaves its images as they are.
  const now = { ...defaults, n: 12 };
  const { values } = (await makeImages(now, noAssets('none'))).train;
  for (const [key, value] of Object.entries({
    pair: [3, 4],
    layout: 'pixels',
    stride: 2,
    m: 3,
    q: 4,
  } as Partial<Science>)) {
    const changed = { ...now, [key]: value };
    expect(imagesText(changed)).toBe(imagesText(now));
    expect((await makeImages(changed, noAssets('none'))).train.values).toEqual(values);
  }
  for (const patch of [
    { k: 2 },
    { sigma: 0.1 },
    { side: 7 },
    { patches: 2 },
    { n: 13 },
    { mu: 2 },
    { seed: 2 },
  ] as const)
    expect(imagesText({ ...now, ...patch })).not.toBe(imagesText(now));
  for (const patch of [{ basis: 'random' }, { noise: 'everywhere' }, { project: false }] as const)
    expect(imagesText({ ...now, ...patch })).not.toBe(imagesText(now));
});
