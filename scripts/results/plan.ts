import { decodeLink, encodeLink } from '../../src/experiment/link';
import type { Experiment } from '../../src/experiment/parameters';
import { criticalNoiseOf } from '../../src/theory/of-experiment';

/** A change of the default experiment whose half-way noise is measured. */
export interface Setting {
  /** What is varied, as its table is headed. */
  readonly by: string;
  /** In that table. */
  readonly name: string;
  /** As in a link. */
  readonly link: string;
}

/** Filters a class: half of the page's, as width moves nothing here (`m=128` is measured beside). */
const width = 'm=32';

const varied: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the default experiment': { 'K = 3, n = 240, d = 64, P = 4, q = 3': '' },
  'features per class K': { 'K = 1': 'k=1', 'K = 2': 'k=2', 'K = 4': 'k=4', 'K = 6': 'k=6' },
  'training images n': { 'n = 120': 'n=120', 'n = 480': 'n=480' },
  'patch dimension d': { 'd = 36': 'side=6', 'd = 144': 'side=12' },
  'patches P': { 'P = 2': 'patches=2', 'P = 9': 'patches=9' },
  // Higher powers leave small first filters alone for thousands of steps.
  'exponent q': { 'q = 2.5': 'q=2.5', 'q = 4, σ₀ = 0.05': 'q=4&init=0.05&steps=600' },
  'width m': { 'm = 128': 'm=128' },
  network: { 'depth 3': 'net=deep&depth=3', 'depth 5': 'net=deep&depth=5', 'patch transformer': 'net=transformer' },
  optimiser: { momentum: 'opt=momentum', 'batches of 16': 'batch=16', Adam: 'opt=adam' },
  'colour of the noise α': { 'α = 0.5': 'colour=0.5', 'α = 1': 'colour=1' },
};

export const settings: readonly Setting[] = Object.entries(varied).flatMap(([by, of]) =>
  Object.entries(of).map(([name, link]) => ({
    by,
    name,
    link: link.includes('m=') && !link.includes('momentum') ? link : `${width}&${link}`,
  })),
);

/** Levels of noise, in σ*: closest where half of the energy leaves. */
export const ratios = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.87, 0.95, 1.1];

const flips = [0.05, 0.1, 0.2];
const flipNoises = [0.1, 0.15, 0.17, 0.2, 0.25];
/** Networks whose rank is watched while they memorise wrong labels. */
const watched: readonly Omit<Setting, 'by'>[] = [
  ...flips.flatMap((flip) =>
    flipNoises.map((sigma) => ({
      name: `φ = ${flip}, σ = ${sigma}`,
      link: `${width}&flip=${flip}&sigma=${sigma}&steps=600`,
    })),
  ),
  { name: 'depth 3, φ = 0.1, σ = 0.2', link: 'net=deep&depth=3&flip=0.1&steps=400' },
  { name: 'patch transformer, φ = 0.1, σ = 0.2', link: 'net=transformer&flip=0.1&steps=500' },
];

const experimentOf = (link: string, patch: Partial<Experiment>): Experiment => {
  const { experiment, notices } = decodeLink(`#${link}`);
  if (notices.length > 0) throw new Error(`${link}: ${JSON.stringify(notices)}`);
  return { ...experiment, ...patch };
};
const linkOf = (experiment: Experiment) => `#${encodeLink(experiment)}`;

/** Links by what they are runs of. Seeds vary slowest, so that a plan that ends early has whole seeds. */
type Runs = ReadonlyMap<string, Setting>;

export function halfWayRuns(seeds: number): Runs {
  const runs = new Map<string, Setting>();
  for (let seed = 1; seed <= seeds; seed++)
    for (const setting of settings)
      for (const ratio of ratios) {
        const experiment = experimentOf(setting.link, { seed });
        const sigma = Number((ratio * criticalNoiseOf(experiment)!).toPrecision(5));
        runs.set(linkOf({ ...experiment, sigma }), setting);
      }
  return runs;
}

export function leadRuns(seeds: number): Runs {
  const runs = new Map<string, Setting>();
  for (let seed = 1; seed <= seeds; seed++)
    for (const { name, link } of watched)
      runs.set(linkOf(experimentOf(link, { seed })), { by: 'wrong labels', name, link });
  return runs;
}

/** The paper's figure: rank against noise in the default experiment, with bands over twenty seeds. */
export function curveRuns(): string[] {
  const levels = Array.from({ length: 13 }, (_, i) => Number((0.05 * i).toFixed(2)));
  const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
  return levels.flatMap((sigma) => seeds.map((seed) => linkOf(experimentOf(width, { sigma, seed }))));
}

/** Points of a history that moments are found on: every fifth step of 600. */
export const leadPoints = 120;
