import { inBrowser, type Contender } from '../contender';
import { fittedExponent, interleave, median } from '../measure';
import { formatMs, type Part, type Row, type Table } from '../part';
import { multiplyAdds, problemOf, runLength } from '../sizes';

/** One of n, d and m grows, the others stay as in the default experiment. */
const curves = {
  n: [120, 240, 480, 960, 1920].map((n) => ({ value: n, link: `#n=${n}` })),
  d: [6, 8, 12, 16, 20, 28].map((side) => ({ value: side * side, link: `#side=${side}` })),
  m: [16, 32, 64, 128, 256].map((m) => ({ value: m, link: `#m=${m}` })),
};

/** An exponent of 1 is proportional; caches and fixed costs bend the curve a little. */
const mostExponent = 1.15;

/** How the cost of a step grows: it has to stay in proportion to n·P·d·m. */
export const growth: Part = {
  title: 'Growth',
  async run({ page, block, rounds }) {
    const bench = await page();
    const rows: Row[] = [],
      tables: Table[] = [];
    const data: Record<string, unknown> = {};
    for (const [what, points] of Object.entries(curves)) {
      const contenders: Contender[] = [];
      for (const { link } of points) contenders.push(await inBrowser(bench, 'wasm', link, `wasm ${link}`));
      const work = await Promise.all(points.map(async ({ link }) => multiplyAdds(await problemOf(link))));
      const counts: number[] = [];
      for (const { steps } of contenders) {
        await steps(20);
        counts.push(Math.max(1, Math.min(runLength, Math.round((block * 20) / 2 / (await steps(20))))));
      }
      const times = await interleave(
        contenders.map(({ id, steps }, i) => ({ id, once: async () => (await steps(counts[i]!)) / counts[i]! })),
        rounds,
      );
      await Promise.all(contenders.map((contender) => contender.end()));
      const medians = contenders.map(({ id }) => median(times[id]!));
      const exponent = fittedExponent(work, medians);
      rows.push({
        what: `cost of a step against n·P·d·2m as ${what} grows: fitted exponent`,
        target: `proportional (≤ ${mostExponent})`,
        measured: exponent.toFixed(2),
        ratio: null,
        met: exponent <= mostExponent,
      });
      tables.push({
        title: `As ${what} grows (others as in the default experiment)`,
        head: [what, 'million multiply-adds n·P·d·2m', 'ms per step', 'billion multiply-adds a second, both products'],
        rows: points.map(({ value }, i) => [
          String(value),
          (work[i]! / 1e6).toFixed(1),
          formatMs(medians[i]!).replace(' ms', ''),
          ((2 * work[i]!) / medians[i]! / 1e6).toFixed(1),
        ]),
      });
      data[what] = points.map(({ value }, i) => ({ value, work: work[i], ms: times[contenders[i]!.id] }));
    }
    return {
      rows,
      tables,
      notes: [
        'Growth: multiply-adds are counted as if dense; the kernel leaves out inactive units and repeated or empty patches.',
      ],
      data,
    };
  },
};
