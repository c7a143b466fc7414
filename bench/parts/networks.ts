import { inBrowser } from '../contender';
import { distance, interleave, median, ratio } from '../measure';
import { atLeast, atMost, formatMs, type Part, type Row, type Table } from '../part';
import { runLength } from '../sizes';

/** ms of a run of 300 steps, by network; the default experiment's images, 32 filters a class. */
const networks = {
  'deep CNN, L = 3': { link: '#net=deep&depth=3&m=32', target: 600 },
  'deep CNN, L = 5': { link: '#net=deep&depth=5&m=32', target: 1300 },
  'patch transformer': { link: '#net=transformer&m=32', target: 500 },
} as const;
const ids = ['wasm', 'wasm-plain', 'tfjs-wasm'] as const;
const timesFaster = 4;
/** Steps after which filters are compared with the oracle's. */
const comparedSteps = 5;

/** Networks beyond two layers: whole runs of 300 steps beside the same gradient by hand in tfjs, in WebAssembly both. */
export const networkSteps: Part = {
  title: 'Networks beyond two layers',
  async run({ page, rounds, say }) {
    const bench = await page();
    const rows: Row[] = [],
      tables: Table[] = [];
    const data: Record<string, unknown> = {};
    for (const [name, { link, target }] of Object.entries(networks)) {
      const contenders = await Promise.all(ids.map((id) => inBrowser(bench, id, link, `${id} ${link}`)));
      const oracle = await inBrowser(bench, 'cpu', link, `cpu ${link}`);
      const want = (await oracle.filters(comparedSteps))!;
      await oracle.end();
      const differences: number[] = [];
      for (const contender of contenders)
        differences.push(distance((await contender.filters(comparedSteps))!.trained, want.trained, want.initial));
      say(`${name}: ${rounds} rounds`);
      const times = await interleave(
        contenders.map(({ id, steps }) => ({ id, once: () => steps(runLength) })),
        rounds,
      );
      await Promise.all(contenders.map((contender) => contender.end()));
      const of = (id: string) => times[`${id} ${link}`]!;
      const faster = ratio(of('tfjs-wasm'), of('wasm'));
      rows.push(
        atMost(`${name}, m = 32, ${runLength} steps, \`wasm\``, median(of('wasm')), target),
        atLeast(`${name}: against tfjs WASM by hand`, faster, timesFaster, formatMs(median(of('tfjs-wasm')))),
      );
      tables.push({
        title: `${name}: ${runLength} steps`,
        head: ['implementation', 'ms', 'difference', 'runs on'],
        rows: contenders.map(({ id, label, device }, i) => [
          label,
          formatMs(median(times[id]!)).replace(' ms', ''),
          differences[i]!.toExponential(0),
          device,
        ]),
      });
      data[name] = { times, differences };
    }
    return {
      rows,
      tables,
      notes: [
        `Networks: whole runs of ${runLength} steps, each contender in a worker of its own. “Difference” compares filters after ${comparedSteps} steps with the double-precision oracle, relative to the largest move.`,
      ],
      data,
    };
  },
};
