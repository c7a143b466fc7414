import { inBrowser } from '../contender';
import { distance, interleave, median, ratio } from '../measure';
import { atLeast, atMost, formatMs, forScale, type Bench, type Part, type Row, type Table } from '../part';
import type { PeerId } from '../peers/index';
import { runLength } from '../sizes';

/** ms of a run of 300 steps, by network; the default experiment's images, 32 filters a class. */
const networks = {
  'deep CNN, L = 3': { link: '#net=deep&depth=3&m=32', target: 600 },
  'deep CNN, L = 5': { link: '#net=deep&depth=5&m=32', target: 1300 },
  'patch transformer': { link: '#net=transformer&m=32', target: 500 },
} as const;
/** Beside each other on the processor, in whole runs. */
const onProcessor = ['wasm', 'wasm-plain', 'tfjs-wasm'] as const;
const timesFaster = 4;
/** Beside each other on one GL, in so many steps, as an emulated one takes long. */
const onGl = ['webgl', 'tfjs-webgl-autodiff'] as const,
  glSteps = 20;
/** A run whose steps are long enough to be shared, on one thread and on two. */
const shared = {
  name: 'deep CNN, L = 5, m = 128',
  link: '#net=deep&depth=5&m=128',
  ids: ['wasm', 'wasm-two'],
  steps: 30,
} as const;
/** Steps after which filters are compared with the oracle's. */
const comparedSteps = 5;

/**
 * Networks beyond two layers: whole runs of 300 steps beside the same gradient by hand in tfjs, in WebAssembly both; and on
 * WebGL the gradient by hand beside autodiff.
 */
export const networkSteps: Part = {
  title: 'Networks beyond two layers',
  async run(bench) {
    const rows: Row[] = [],
      tables: Table[] = [];
    const data: Record<string, unknown> = {};
    for (const [name, { link, target }] of Object.entries(networks)) {
      bench.say(`${name}: ${bench.rounds} rounds`);
      const processor = await sideBySide(bench, `${name}: ${runLength} steps`, link, onProcessor, runLength),
        gl = await sideBySide(bench, `${name}: ${glSteps} steps on WebGL`, link, onGl, glSteps);
      const { wasm, 'tfjs-wasm': tfjs } = processor.times;
      const { webgl, 'tfjs-webgl-autodiff': autodiff } = gl.times;
      rows.push(
        atMost(`${name}, m = 32, ${runLength} steps, \`wasm\``, median(wasm!), target),
        atLeast(`${name}: against tfjs WASM by hand`, ratio(tfjs!, wasm!), timesFaster, formatMs(median(tfjs!))),
        atLeast(
          `${name}: WebGL by hand against autodiff, same GL`,
          ratio(autodiff!, webgl!),
          1,
          formatMs(median(autodiff!) / glSteps),
        ),
      );
      tables.push(processor.table, gl.table);
      data[name] = { processor, gl };
    }
    bench.say(`${shared.name}: ${bench.rounds} rounds`);
    const onThreads = await sideBySide(
      bench,
      `${shared.name}: ${shared.steps} steps`,
      shared.link,
      shared.ids,
      shared.steps,
    );
    const { wasm: one, 'wasm-two': two } = onThreads.times;
    rows.push(
      forScale(
        `${shared.name}: two threads against one`,
        ratio(one!, two!),
        `${formatMs(median(two!) / shared.steps)} against ${formatMs(median(one!) / shared.steps)}`,
      ),
    );
    tables.push(onThreads.table);
    data[shared.name] = onThreads;
    return {
      rows,
      tables,
      notes: [
        `Networks: whole runs of ${runLength} steps, and ${glSteps} on WebGL, each contender in a worker of its own. “Difference” compares filters after ${comparedSteps} steps with the double-precision oracle, relative to the largest move.`,
      ],
      data,
    };
  },
};

/** Times of some contenders in turn, and how far they are from the oracle. */
async function sideBySide(
  { page, rounds }: Bench,
  title: string,
  link: string,
  ids: readonly PeerId[],
  steps: number,
): Promise<{ times: Record<string, number[]>; differences: number[]; table: Table }> {
  const bench = await page();
  const contenders = await Promise.all(ids.map((id) => inBrowser(bench, id, link, `${id} ${link}`)));
  const oracle = await inBrowser(bench, 'cpu', link, `cpu ${link}`);
  const want = (await oracle.filters(comparedSteps))!;
  await oracle.end();
  const differences: number[] = [];
  for (const contender of contenders)
    differences.push(distance((await contender.filters(comparedSteps))!.trained, want.trained, want.initial));
  const times = await interleave(
    contenders.map((contender, i) => ({ id: ids[i]!, once: () => contender.steps(steps) })),
    rounds,
  );
  await Promise.all(contenders.map((contender) => contender.end()));
  const table = {
    title,
    head: ['implementation', 'ms', 'difference', 'runs on'],
    rows: contenders.map(({ label, device }, i) => [
      label,
      formatMs(median(times[ids[i]!]!)).replace(' ms', ''),
      differences[i]!.toExponential(0),
      device,
    ]),
  };
  return { times, differences, table };
}
