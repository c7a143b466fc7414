import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeLink } from '../experiment/link';
import { noAssets, type Assets } from '../images/assets';
import { summaryOf } from '../images/own/collection';
import { readCollection } from '../images/own/read-collection';
import type { Bring } from '../images/own/read-in-worker';
import { shelf } from '../images/own/shelf';
import { localCaller, testApp } from '../store/testing';
import { leading } from '../store/views/shown-frame';
import { openRunFile } from './open-run-file';
import { readRunFile } from './read-run-file';
import { runFileOf, runVersion } from './run-file';

/** Files of version 1, as the page wrote them when a network had one matrix. */
const path = (name: string) => `fixtures/runs/${name}`;
const json = readFileSync(path('run-v1.json'), 'utf8');

describe('a run of version 1', () => {
  it('is read as a list with its filters', () => {
    const kept = JSON.parse(json);
    const { matrices, history } = readRunFile(json);
    expect(matrices).toEqual([{ name: 'filters', rows: 8, columns: 16 }]);
    expect(history.map((point) => leading(point))).toEqual(
      kept.history.map(({ signalShare, singularValues }: { signalShare: number; singularValues: number[] }) => ({
        name: 'filters',
        signalShare,
        singularValues,
      })),
    );
  });

  it('opens at its step, comes to the same here, and is saved as version 2', async () => {
    const app = testApp('#side=4&k=1&n=16&patches=2&m=2&steps=2&backend=cpu');
    await openRunFile(app, { name: 'run.json', size: json.length, text: () => Promise.resolve(json) });
    const state = app.store.getState();
    expect(state.notices).toEqual([]);
    expect(state.run.cursor).toBe(30);
    const again = runFileOf(state)!;
    expect(again.version).toBe(2);
    // To the bit: what differs is the version, how often a run that is made again is recorded, and what came to be measured.
    const kept = readRunFile(json);
    const at = (file: typeof kept, step: number) => file.history.find((point) => point.step === step);
    for (const step of [0, 30]) expect(at(again, step)).toMatchObject(at(kept, step)!);
  });

  it('reads the fields of a damaged step by their names then', () => {
    const damaged = JSON.parse(json);
    damaged.history[1].singularValues[2] = -1;
    expect(() => readRunFile(JSON.stringify(damaged))).toThrow(
      expect.objectContaining({ fault: expect.objectContaining({ field: 'history[1].singularValues[2]' }) }),
    );
  });
});

describe('a run file of every version that there was', () => {
  const kept = readdirSync('fixtures/runs').filter((name) => name.endsWith('.json'));

  const assets: Assets = { ...noAssets('none'), own: (hash) => shelf.get(hash) };
  /** As the page's worker does it. */
  const bring: Bring = async (files, options) => {
    const collection = await readCollection(files);
    return shelf.take(collection, { summary: summaryOf(collection), isKept: true, only: options?.only });
  };

  it('is kept, the newest among them', () => {
    const versions = kept.map((name) => (JSON.parse(readFileSync(path(name), 'utf8')) as { version: number }).version);
    expect([...new Set(versions)].toSorted()).toEqual(Array.from({ length: runVersion }, (_, i) => i + 1));
  });

  it('says between them all that a file may say of a run', () => {
    const files = kept.map((name) => JSON.parse(readFileSync(path(name), 'utf8')));
    expect(files.some(({ images }) => images)).toBe(true);
    expect(files.some(({ moments, history }) => moments && history.every((point: object) => 'byLabel' in point))).toBe(
      true,
    );
  });

  it.each(kept)('%s opens at its step and comes to the same here', async (name) => {
    const text = readFileSync(path(name), 'utf8'),
      file = readRunFile(text);
    const caller = () => localCaller(undefined, assets);
    const app = testApp('#side=4&k=1&n=16&patches=2&m=2&steps=2&backend=cpu', {
      training: caller(),
      spectra: caller(),
      aside: caller(),
    });
    await openRunFile(app, { name, size: text.length, text: () => Promise.resolve(text) }, bring);
    const state = app.store.getState();
    expect(state.notices).toEqual([]);
    expect(state.run.cursor).toBe(file.step);
    expect(state.experiment).toMatchObject({ ...decodeLink(file.link).experiment, step: expect.anything() });
    const again = runFileOf(state)!;
    expect(again.matrices).toEqual(file.matrices);
    // To the bit, where both recorded it; what came to be measured since is left out.
    const both = file.history.filter(({ step }) => again.history.some((point) => point.step === step));
    expect(both.length).toBeGreaterThan(1);
    for (const point of both) expect(again.history.find(({ step }) => step === point.step)).toMatchObject(point);
    expect(again.moments).toEqual(file.moments);
  });
});

const python = spawnSync('python3', ['-c', 'import numpy'], { timeout: 30_000 }).status === 0;

describe.skipIf(!python)('arrays of before a network had several matrices', () => {
  it('are reproduced by the script', () => {
    const { status, stdout, stderr } = spawnSync('python3', ['public/reproduce.py', path('run-v1.npz')], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/8 of 8 agree/);
    expect(status).toBe(0);
  });
});
