import { expect, it } from 'vitest';
import { sources } from '../images/sources/list';
import { flag, settings } from './parameter';
import { defaults, parameterKeys, parameters, scienceKeys, type Science } from './parameters';
import { imageKeys, imagesText, sameScience, scienceText } from './science';

it('every parameter is of one kind of settings, and one that is of none does not compile', () => {
  for (const key of parameterKeys) expect(settings).toContain(parameters[key].of);
  // @ts-expect-error it says nothing of what it belongs to
  expect(flag({ label: '', default: false, invalidates: 'view' })).toBeDefined();
});

it('what is science makes something anew, and nothing else does but the backend', () => {
  const anew = parameterKeys.filter((key) => parameters[key].invalidates !== 'view');
  expect(anew.filter((key) => key !== 'backend')).toEqual(scienceKeys);
});

it('every parameter of images is read by a source: one that is forgotten by all would be missing in what is kept', () => {
  const windows = { ...defaults, layout: 'windows' } as const;
  const read = Object.values(sources).flatMap((source) => source.reads(windows));
  expect(imageKeys.filter((key) => key !== 'data' && !read.includes(key))).toEqual([]);
});

it('the science of an experiment knows nothing of how and where it is looked at', () => {
  const science: Science = defaults;
  // @ts-expect-error of the view
  expect(science.rank).toBe('stable');
  // @ts-expect-error of the host
  expect(science.theme).toBe('auto');
  for (const key of parameterKeys.filter((other) => parameters[other].of !== 'science')) {
    const seen = { ...defaults, [key]: 'another' };
    expect([sameScience(seen, defaults), imagesText(seen), scienceText(seen)], key).toEqual([
      true,
      imagesText(defaults),
      scienceText(defaults),
    ]);
  }
});
