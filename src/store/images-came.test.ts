import { describe, expect, it } from 'vitest';
import { decodeLink } from '../experiment/link';
import { writeRun } from '../experiment/runs';
import { noAssets, type Assets } from '../images/assets';
import { summaryOf, type ImageCollection } from '../images/own/collection';
import { makeKnown } from '../images/own/known';
import { ProblemError } from '../problems/problem';
import { finished, localCaller, smallLink, testApp, until } from './testing';
import type { AppState } from './state';

/** Two classes of ten grey images of 6 × 6. */
function collection(hash: string): ImageCollection {
  const labels = Uint16Array.from({ length: 20 }, (_, i) => i % 2);
  const pixels = Uint8Array.from({ length: 20 * 36 }, (_, at) => {
    const [image, pixel] = [Math.floor(at / 36), at % 36];
    return (image % 2 === 0 ? pixel : 35 - pixel) * 6 + image;
  });
  return { hash, name: 'test', height: 6, width: 6, channels: 1, classes: ['cat', 'dog'], labels, pixels, train: 20 };
}

/** A device on which no images are, until some come. */
function device() {
  const here = new Map<string, ImageCollection>();
  const assets: Assets = {
    ...noAssets('none'),
    own: async (hash) => {
      const found = here.get(hash);
      if (!found) throw new ProblemError({ kind: 'images-missing', hash });
      return found;
    },
  };
  const caller = () => localCaller(undefined, assets);
  return {
    callers: { training: caller(), spectra: caller(), pinned: caller() },
    come(one: ImageCollection) {
      here.set(one.hash, one);
      makeKnown(summaryOf(one));
    },
  };
}

const link = (hash: string) => `#data=file&images=${hash}&classes=cat,dog&side=4&m=4&steps=40&lr=1&backend=cpu`;

describe('images that come to a page whose link names them', () => {
  it('are trained on, and what was told of other fields is told still', async () => {
    const { callers, come } = device();
    const app = testApp(`${link('00000000000000c1')}&n=16&q=99`, callers);
    const missing = await until(app, ({ run, data }) => run.status === 'failed' && data.status === 'failed');
    for (const { failure } of [missing.run, missing.data])
      expect(failure).toEqual({ kind: 'images-missing', hash: '00000000000000c1' });
    come(collection('00000000000000c1'));
    app.imagesCame('00000000000000c1');
    app.play();
    await finished(app);
    await until(app, ({ data }) => data.status === 'ready');
    expect(app.store.getState().notices.map(({ field }) => field)).toEqual(['q']);
  });

  it('mend what they cannot be: fewer of them, and a class that they do not have', async () => {
    const { callers, come } = device();
    const app = testApp(`${link('00000000000000c2').replace('dog', 'cow')}&n=400`, callers);
    await until(app, ({ run }) => run.status === 'failed');
    come(collection('00000000000000c2'));
    app.imagesCame('00000000000000c2');
    app.play();
    const { experiment, notices } = await finished(app);
    expect(experiment).toMatchObject({ n: 16, classes: [] });
    expect(notices.map(({ field }) => field).toSorted()).toEqual(['classes', 'n']);
  });

  it('change nothing of a run on others', async () => {
    const { callers, come } = device();
    const app = testApp(smallLink, callers);
    const { run } = await finished(app);
    come(collection('00000000000000c3'));
    app.imagesCame('00000000000000c3');
    expect(app.store.getState().run).toBe(run);
  });

  it('are what pinned runs have waited for', async () => {
    const { callers, come } = device();
    const pinned = writeRun(decodeLink(`${link('00000000000000c4')}&n=16`).experiment);
    const app = testApp(`${smallLink}&pins=${encodeURIComponent(pinned)}`, callers);
    const record = ({ records }: AppState) =>
      Object.values(records.runs).find(({ experiment }) => experiment.data === 'file');
    await until(app, (state) => record(state)?.status === 'failed');
    come(collection('00000000000000c4'));
    app.imagesCame('00000000000000c4');
    await until(app, (state) => record(state)?.status === 'ready');
  });
});
