import type { HalfWay } from './half-way';
import type { LeadRow } from './lead';
import { mean, median } from './numbers';

/** A sentence of the results: what was expected, and whether it was measured so. */
export interface Sentence {
  readonly holds: boolean;
  readonly text: string;
}

/** Two means within this part of each other are called the same: a seed moves one by about as much. */
const same = 0.1;

const two = (value: number) => value.toFixed(2);
const one = (value: number) => value.toFixed(1);
const whole = (value: number) => value.toFixed(0);
const percent = (value: number) => `${(100 * value).toFixed(0)}%`;

/** Ten, computed from the two tables. */
export function sentences(halves: readonly HalfWay[], leads: readonly LeadRow[]): Sentence[] {
  const named = (name: string) => halves.find(({ setting }) => setting.name === name)!;
  const by = (...keys: string[]) => halves.filter(({ setting }) => keys.includes(setting.by));
  const usual = halves[0]!;
  const off = (of: HalfWay) => of.mean / usual.mean - 1;
  const most = (of: readonly HalfWay[]) => Math.max(...of.map((each) => Math.abs(off(each))));
  const range = (of: readonly HalfWay[]) =>
    `${two(Math.min(...of.map(({ mean: at }) => at)))} to ${two(Math.max(...of.map(({ mean: at }) => at)))}`;

  const scaling = by('features per class K', 'training images n', 'patch dimension d');
  const [few, many] = [named('P = 2'), named('P = 9')];
  const [low, high] = [named('q = 2.5'), named('q = 4, σ₀ = 0.05')];
  const wide = named('m = 128');
  const deep = [named('depth 3'), named('depth 5'), named('patch transformer')];
  const gentle = [named('momentum'), named('batches of 16')];
  const adam = named('Adam');
  const below = usual.at(0.5),
    least = usual.at(0.3);
  const dataMoved = below.of(({ data }) => data.stable) / least.of(({ data }) => data.stable);
  const filtersMoved = below.of(({ filters }) => filters.stable) / least.of(({ filters }) => filters.stable);
  const coloured = named('α = 1');
  const turned = coloured.at(0.5);
  const under = turned.rows.filter(({ data, clean }) => data.stable < clean.stable).length;

  const warned = leads.filter(({ net }) => net === 'cnn');
  const latest = 0.2;
  const early = warningsOf(warned.filter(({ sigma }) => sigma <= latest));
  const late = warningsOf(warned.filter(({ sigma }) => sigma > latest));
  const aheadOfAny = early.ahead.filter(({ rankUp, anyWrong }) => rankUp! < anyWrong!);
  const lead = early.ahead.map(({ rankUp, halfWrong }) => halfWrong! - rankUp!);
  const calm = warned.filter(({ halfWrong }) => halfWrong === null);
  const alarms = calm.filter(({ rankUp }) => rankUp !== null);
  const { memorised: blind, ahead: warnings } = warningsOf(leads.filter(({ net }) => net !== 'cnn'));

  return [
    {
      holds: usual.deviation < same * usual.mean,
      text: `In the default experiment half of what training moved has left the signal span at ${two(usual.mean)} ± ${two(usual.deviation)} of the critical noise σ* (${usual.halves.length} seeds).`,
    },
    {
      holds: most(scaling) < same && Math.abs(off(wide)) < same,
      text: [
        `σ* takes features, images and dimension along: with K from 1 to 6, n from 120 to 480 and d from`,
        `36 to 144 that is ${range(scaling)}σ*, within ${percent(most(scaling))} of the default; and four`,
        `times as many filters (${two(wide.mean)}σ*) move nothing.`,
      ].join(' '),
    },
    {
      holds: Math.abs(few.mean / many.mean - 1) < same,
      text: `The number of patches is not in σ*, and should be: the half-way point is at ${two(few.mean)}σ* with 2 patches and at ${two(many.mean)}σ* with 9.`,
    },
    {
      holds: Math.abs(low.mean / high.mean - 1) < same,
      text: `The exponent is in σ* not quite as measured: ${two(low.mean)}σ* with q = 2.5, ${two(usual.mean)}σ* with 3, ${two(high.mean)}σ* with 4.`,
    },
    {
      holds: most(deep) < same,
      text: `Neither depth nor attention moves the break: ${two(deep[0]!.mean)}σ* at depth 3, ${two(deep[1]!.mean)}σ* at depth 5, ${two(deep[2]!.mean)}σ* in the transformer.`,
    },
    {
      holds: most([...gentle, adam]) < same,
      text: [
        `Momentum (${two(gentle[0]!.mean)}σ*), batches of 16 (${two(gentle[1]!.mean)}σ*) and Adam (${two(adam.mean)}σ*)`,
        `break about where gradient descent does; Adam without an edge: at 1.1σ* ${percent(adam.at(1.1).of(({ share }) => share ?? 0))}`,
        `of what it moved is still signal, where gradient descent has ${percent(usual.at(1.1).of(({ share }) => share ?? 0))}.`,
      ].join(' '),
    },
    {
      holds: filtersMoved < 1 + same && dataMoved > 1 + same,
      text: `Below the break the claim is as it is told: from 0.3 to 0.5σ* the data's stable rank grows ${one(dataMoved)}-fold, that of the filters by a factor ${two(filtersMoved)}.`,
    },
    {
      holds: under === 0,
      text: [
        `That noise raises the rank hangs on its colour: at α = 1 and 0.5σ* the data's stable rank is ${one(turned.of(({ data }) => data.stable))},`,
        `below the clean data's ${one(turned.of(({ clean }) => clean.stable))} in ${under} of ${turned.rows.length}`,
        `runs, while the effective rank is ${whole(turned.of(({ data }) => data.effective))} beside ${whole(turned.of(({ clean }) => clean.effective))};`,
        `the break is at ${two(coloured.mean)}σ*.`,
      ].join(' '),
    },
    {
      holds: early.ahead.length === early.memorised.length,
      text: [
        `Under wrong labels the rank of a two-layer network knows first, where noise is not in it from the`,
        `start: at σ ≤ ${latest} it is up by half before half of the wrong labels are fitted in ${early.ahead.length}`,
        `of ${early.memorised.length} runs, by a median of ${whole(median(lead))} steps (before any is in`,
        `${aheadOfAny.length}); at σ = 0.25 in ${late.ahead.length} of ${late.memorised.length}. In ${alarms.length}`,
        `of the ${calm.length} runs that did not come so far in 600 steps it rose too.`,
      ].join(' '),
    },
    {
      holds: warnings.length > 0.9 * blind.length,
      text: [
        `Deep networks and the transformer are no such instrument: the rank of the first layer is up by half`,
        `in time in ${warnings.length} of ${blind.length} runs, and ends at ${one(mean(blind.map(({ endRank }) => endRank)))}`,
        `with all or half of the wrong labels fitted.`,
      ].join(' '),
    },
  ];
}

/** Runs that fitted half of the wrong labels, and those of them whose rank was up before. */
function warningsOf(rows: readonly LeadRow[]) {
  const memorised = rows.filter(({ halfWrong }) => halfWrong !== null);
  return { memorised, ahead: memorised.filter(({ rankUp, halfWrong }) => rankUp !== null && rankUp < halfWrong!) };
}

/** Of runs with wrong labels, those of one rate and noise together. */
export function leadGroups(leads: readonly LeadRow[]) {
  const groups = new Map<string, LeadRow[]>();
  for (const row of leads) {
    const key = [row.net, row.flip, row.sigma].join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((rows) => {
    const { net, flip, sigma } = rows[0]!;
    const { memorised, ahead } = warningsOf(rows);
    const lead = ahead.map(({ rankUp, halfWrong }) => halfWrong! - rankUp!);
    return {
      net,
      flip,
      sigma,
      runs: rows.length,
      memorised: memorised.length,
      ahead: ahead.length,
      lead: lead.length > 0 ? { median: median(lead), least: Math.min(...lead), most: Math.max(...lead) } : null,
      rank: [mean(rows.map(({ leastRank }) => leastRank ?? NaN)), mean(rows.map(({ endRank }) => endRank))] as const,
      test: mean(rows.map(({ endTest }) => endTest ?? NaN)),
    };
  });
}
