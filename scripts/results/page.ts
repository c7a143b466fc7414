import type { Block } from './document';
import { fits } from './fits';
import { halfWays, type HalfWay } from './half-way';
import type { LeadRow } from './lead';
import { leadGroups, sentences } from './sentences';
import { readEnds, readLeads } from './tables';

const two = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–');
const one = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : '–');

const networks: Readonly<Record<string, string>> = { cnn: 'two layers', deep: 'depth 3', transformer: 'transformer' };

/** docs/RESULTS.md: every number in it is computed from the tables beside it. */
export function resultsPage(): Block[] {
  const ends = readEnds(),
    leads = readLeads();
  const halves = halfWays(ends);
  const told = sentences(halves, leads);
  const those = (holds: boolean): Block => ({
    kind: 'list',
    items: told.filter((sentence) => sentence.holds === holds).map(({ text }) => text),
  });
  const text = (...lines: string[]): Block => ({ kind: 'text', text: lines.join('\n') });
  const heading = (words: string): Block => ({ kind: 'heading', text: words });
  const seeds = Math.max(...halves.map(({ halves: { length } }) => length));
  const leadSeeds = new Set(leads.map(({ seed }) => seed)).size;
  return [
    { kind: 'title', text: 'Results' },
    text(
      `Where filters stop following the signal, and what gives warning: measured over ${ends.length.toLocaleString('en')} runs of`,
      `${halves.length} settings (12 levels of noise, ${seeds} seeds), and ${leads.length} runs with wrong labels (${leadSeeds} seeds).`,
      'Written by `npm run results` from the tables in `docs/results/`; no number here is typed by hand. `npm run results -- make --seeds 40`',
      'makes the runs anew, and more of them (264 a seed, and 17 with wrong labels). [ANALYSIS.md](ANALYSIS.md) reads the tables.',
    ),
    text(
      '**Half-way noise** is where half of what training moved, ‖(W − W₀)Π‖²/‖W − W₀‖², has left the signal span, on a straight line',
      'between two levels, in units of the critical noise σ* = (μ/√d)(n/2K)^(1/q). A sentence holds where means are within a tenth.',
    ),
    heading('What holds'),
    those(true),
    heading('What does not'),
    those(false),
    heading('Half-way noise over σ*'),
    halfTable(halves),
    text(
      '`m = 32` but where another is said; what is not named is as in the default experiment. In units of the same σ*, whose law is for',
      'white noise, full batches and two layers: other settings are measured in it to be beside each other.',
    ),
    heading('A law for it'),
    ...lawBlocks(halves),
    heading('Steps by which the rank leads'),
    leadBlock(leads),
    text(
      'The rank is up where the effective rank of the filters is half above the lowest it had since as many images were fitted as are',
      'rightly labelled; labels are counted as fitted from the training accuracy, of points five steps apart at most.',
    ),
  ];
}

const halfTable = (halves: readonly HalfWay[]): Block => ({
  kind: 'table',
  head: ['setting', 'mean', 'deviation', 'least', 'most', 'seeds', 'data’s stable rank, 0.3 → 0.5σ*', 'filters’'],
  rows: halves.map(({ setting, mean, deviation, halves: all, at }) => {
    const found = all.filter((half) => half !== null);
    const moved = (of: 'data' | 'filters') => [0.3, 0.5].map((ratio) => one(at(ratio).of((each) => each[of].stable)));
    return [
      setting.name,
      two(mean),
      two(deviation),
      two(Math.min(...found)),
      two(Math.max(...found)),
      `${found.length} of ${all.length}`,
      moved('data').join(' → '),
      moved('filters').join(' → '),
    ];
  }),
});

/** What σ* has of each power, at q = 3. */
const inLaw = [-1 / 3, 1 / 3, -1 / 2, 0];

function lawBlocks(halves: readonly HalfWay[]): Block[] {
  const { points, powers, left } = fits(halves);
  const [constant, ofPatches, ofPower] = left.weights as readonly [number, number, number];
  const signed = (value: number, digits: number) => value.toFixed(digits).replace('-', '−');
  return [
    {
      kind: 'table',
      head: ['power of', 'σ* has', 'measured'],
      rows: ['K', 'n', 'd', 'P'].map((name, i) => [
        name,
        signed(inLaw[i]!, 3),
        `${signed(powers.weights[i + 1]!, 3)} ± ${powers.errors[i + 1]!.toFixed(3)}`,
      ]),
    },
    {
      kind: 'text',
      text: [
        `Least squares in logarithms, a point for each setting and seed: at q = 3 they explain ${(100 * powers.explained).toFixed(0)}% of the variance. Over all`,
        `${points} points half-way noise is about ${Math.exp(constant).toFixed(2)} · P^(${signed(ofPatches, 2)}) · q^(${signed(ofPower, 2)}) · σ*, which explains ${(100 * left.explained).toFixed(0)}% of what σ* leaves.`,
      ].join('\n'),
    },
  ];
}

const leadBlock = (leads: readonly LeadRow[]): Block => ({
  kind: 'table',
  head: [
    'network, φ, σ',
    'runs',
    'half of the wrong labels fitted',
    'rank up before',
    'lead, median (range)',
    'effective rank, least → end',
    'test accuracy',
  ],
  rows: leadGroups(leads).map(({ net, flip, sigma, runs, memorised, ahead, lead, rank, test }) => [
    `${networks[net]}, φ = ${flip}, σ = ${sigma}`,
    String(runs),
    String(memorised),
    memorised > 0 ? String(ahead) : '–',
    lead ? `${lead.median} (${lead.least}–${lead.most})` : '–',
    rank.map(one).join(' → '),
    two(test),
  ]),
});
