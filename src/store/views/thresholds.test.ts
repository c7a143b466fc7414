import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as thresholds from './thresholds';

/** Rooms that judge what was measured; how a number is written, and what a parameter is, are no judgements. */
const rooms = ['store', 'story', 'panels', 'controls', 'share', 'strings'];
const files = rooms.flatMap((room) =>
  readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.tsx?$/.test(file) &&
        !/\.test\.|testing|thresholds\.ts|(numbers|first|parameters|parameter-docs)\.ts$/.test(file),
    )
    .map((file) => `src/${room}/${file}`),
);

/** What a threshold looks like where it is written anew. */
const written = [
  // A measured number held against a fraction, or against a multiple of another.
  /[<>]=?\s*(0?\.\d+|\d+\.\d+)\b/,
  /[<>]=?\s*\d+(\.\d+)?\s*\*\s*\w+[.[]/,
  // A word of the judgements with a number of its own.
  /(?:^|\bconst|,)\s*\w*(?:learnt|memoris|fitted|risen|apartBy|clearRise)\w*\s*=\s*[\d.]+/i,
];

describe('thresholds', () => {
  it('are written in one file: everywhere else a judgement names the one that it uses', () => {
    const again = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, i) => (written.some((shape) => shape.test(line)) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
    );
    expect(again).toEqual([]);
  });

  it('are found by the shapes above, as they stood before they had a file', () => {
    const before = [
      'if (end.trainAccuracy < 0.99) return null;',
      'const learntShare = 0.9;',
      '  memorised = 0.1;',
      'const risen = 5;',
      'last.singularValues[count - 1]! >= 10 * last.singularValues[count]!',
      'return next < 0.01 ? words.nothing : next < 0.1 ? words.little : undefined;',
    ];
    expect(before.filter((line) => !written.some((shape) => shape.test(line)))).toEqual([]);
  });

  it('stand in the order in which they are reached', () => {
    const { chanceErrors, learntAccuracy, everyImage } = thresholds;
    // Of the fewest test images that there are.
    expect(0.5 + (chanceErrors * 0.5) / Math.sqrt(400)).toBeLessThan(learntAccuracy);
    expect(learntAccuracy).toBeLessThan(everyImage);
  });
});
