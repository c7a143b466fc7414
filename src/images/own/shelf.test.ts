import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { createStore, del } from 'idb-keyval';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { summaryOf, type ImageCollection } from './collection';
import { knownCollection } from './known';
import { createShelf } from './shelf';

const collection = (hash: string, side = 2): ImageCollection => ({
  hash,
  name: `${hash}.npz`,
  height: side,
  width: side,
  channels: 1,
  classes: ['ship', 'horse'],
  labels: Uint16Array.of(0, 1, 0, 1),
  pixels: Uint8Array.from({ length: 4 * side * side }, (_, i) => i),
  train: 4,
});
const missing = (hash: string) => ({ problem: { kind: 'images-missing', hash } });

describe('collections of own images', () => {
  let time = 0;
  const now = () => ++time;
  beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

  it('are there at the next visit, and known before an experiment is mended', async () => {
    expect(await createShelf().put(collection('a1'))).toBe(true);
    const next = createShelf();
    const { pixels, classes } = await next.get('a1');
    expect([[...pixels], classes]).toEqual([[...collection('a1').pixels], ['ship', 'horse']]);
    expect(knownCollection('a1')!.counts.train).toEqual([2, 2]);
    expect((await next.list())!.map(({ summary, bytes }) => [summary.name, bytes])).toEqual([['a1.npz', 16]]);
  });

  it('that another thread has read are kept by this one where that could not, and where they are the ones wanted', async () => {
    const take = (hash: string, isKept: boolean, only?: string) =>
      createShelf().take(collection(hash), { summary: summaryOf(collection(hash)), isKept, only });
    expect(await take('f1', false)).toMatchObject({ isKept: true });
    expect(await take('f2', true)).toMatchObject({ isKept: true });
    expect(await take('f3', false, 'f4')).toMatchObject({ collection: { hash: 'f3' }, isKept: false });
    expect((await createShelf().list())!.map(({ summary }) => summary.hash)).toEqual(['f1']);
    expect(['f2', 'f3'].map((hash) => knownCollection(hash)?.hash)).toEqual(['f2', undefined]);
  });

  it('make room for newer ones, the oldest first, and what is forgotten is gone', async () => {
    const shelf = createShelf(40, now);
    for (const hash of ['b1', 'b2', 'b3']) expect(await shelf.put(collection(hash))).toBe(true);
    expect((await shelf.list())!.map(({ summary }) => summary.hash)).toEqual(['b3', 'b2']);
    await shelf.forget('b2');
    const next = createShelf(40, now);
    await expect(next.get('b1')).rejects.toMatchObject(missing('b1'));
    await expect(next.get('b2')).rejects.toMatchObject(missing('b2'));
    expect((await next.get('b3')).hash).toBe('b3');
  });

  it('for which the disk has no room leave nothing behind, and are there for this visit', async () => {
    const kept = createShelf();
    await kept.put(collection('d1'));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      throw new DOMException(this.name, 'QuotaExceededError');
    });
    expect(await kept.put(collection('d2'))).toBe(false);
    put.mockRestore();
    expect((await kept.get('d2')).hash).toBe('d2');
    const next = createShelf();
    expect((await next.list())!.map(({ summary }) => summary.hash)).toEqual(['d1']);
    await expect(next.get('d2')).rejects.toMatchObject(missing('d2'));
  });

  it('of which a crash has left no pixels are not listed', async () => {
    await createShelf().put(collection('e1'));
    await createShelf().put(collection('e2'));
    await del('e1', createStore('rank-under-noise-pixels', 'pixels'));
    expect((await createShelf().list())!.map(({ summary }) => summary.hash)).toEqual(['e2']);
  });

  it('larger than the quota, or without storage, are there for this visit', async () => {
    const small = createShelf(10);
    expect(await small.put(collection('c1'))).toBe(false);
    expect((await small.get('c1')).hash).toBe('c1');
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const denied = createShelf();
    expect(await denied.put(collection('c2'))).toBe(false);
    expect((await denied.get('c2')).hash).toBe('c2');
    expect(await denied.list()).toBeNull();
    await expect(createShelf().get('c2')).rejects.toMatchObject(missing('c2'));
  });
});
