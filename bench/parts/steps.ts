import { inBrowser, inNode, inNumpy, type Contender } from '../contender';
import { distance, interleave, median, quantile } from '../measure';
import { numpyVersion } from '../native/numpy';
import { formatMs, type Bench, type Part, type Table } from '../part';
import { peerIds } from '../peers/index';
import { runLength, sideBySide, sizes, type SideBySide } from '../sizes';
import { stepRows, type SizeTimes } from './step-targets';

/** Steps after which filters are compared with the oracle's: all paths through the activation's polynomial part are taken. */
const comparedSteps = 5;
/** Largest difference, relative to the largest move of training, at which two computations count as the same. */
const same = 1e-3;

/** The same full-batch step by every contender, in turn. */
export const steps: Part = {
  title: 'One full-batch gradient descent step',
  async run(bench) {
    const numpy = numpyVersion();
    const results: SizeTimes[] = [];
    const tables: Table[] = [];
    const refusals: string[] = [];
    for (const size of sideBySide) {
      const contenders = await gather(bench, size, numpy !== null, refusals);
      const differences = await compare(contenders);
      const counts = await calibrate(contenders, bench.block);
      bench.say(`${size}: ${contenders.length} contenders, ${bench.rounds} rounds`);
      const times = await interleave(
        contenders.map(({ id, steps: make }) => ({ id, once: async () => (await make(counts[id]!)) / counts[id]! })),
        bench.rounds,
      );
      results.push({ size, times, differences });
      tables.push(tableOf(size, contenders, times, differences));
      await Promise.all(contenders.map((contender) => contender.end()));
    }
    return {
      rows: stepRows(results, same),
      tables,
      notes: [
        `Times are medians of ${bench.rounds} rounds in which every contender had its turn; ratios are taken within each round, then their median. Each contender runs in a worker of its own and trains within steps 1 to ${runLength} of the same run.`,
        `“Difference” compares filters after ${comparedSteps} steps with the double-precision oracle, relative to the largest move; ${same} or less counts as the same computation.`,
        numpy === null
          ? 'NumPy was not at hand on this machine: there is no native product for scale.'
          : `Native: ${numpy}, single precision, one thread.`,
        'ConvNetJS makes both products with its own fully connected layer, patch by patch (the same multiply-adds, plus the gradient in its input, which it cannot leave out); it computes in double precision. tfjs by hand keeps filters and images in the layouts that its products like best.',
        ...refusals,
      ],
      data: results,
    };
  },
};

async function gather(
  { page, say }: Bench,
  size: SideBySide,
  numpy: boolean,
  refusals: string[],
): Promise<Contender[]> {
  const { link } = sizes[size];
  const makers = [
    ...peerIds.map((peer) => async () => inBrowser(await page(), peer, link)),
    () => inNode(link),
    ...(numpy ? [() => inNumpy(link, 'steps'), () => inNumpy(link, 'products')] : []),
  ];
  const contenders: Contender[] = [];
  for (const make of makers) {
    try {
      contenders.push(await make());
    } catch (error) {
      const words = `Not run at ${size}: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]!.replace('page.evaluate: Error: ', '')}`;
      say(words);
      refusals.push(words);
    }
  }
  return contenders;
}

async function compare(contenders: readonly Contender[]): Promise<Record<string, number>> {
  const oracle = await contenders.find(({ id }) => id === 'cpu')!.filters(comparedSteps);
  const differences: Record<string, number> = {};
  for (const contender of contenders) {
    const got = await contender.filters(comparedSteps);
    if (got && oracle) differences[contender.id] = distance(got.trained, oracle.trained, oracle.initial);
  }
  return differences;
}

/** Steps that fill a timing of about `block` ms, after enough of them that code is compiled. */
async function calibrate(contenders: readonly Contender[], block: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { id, steps: make } of contenders) {
    let count = 1,
      ms = await make(1);
    for (let spent = ms; spent < block;) {
      count = Math.max(1, Math.min(runLength, Math.round((block * count) / Math.max(ms, 0.1))));
      ms = await make(count);
      spent += ms + 10;
    }
    counts[id] = Math.max(1, Math.min(runLength, Math.round((block * count) / Math.max(ms, 0.1))));
  }
  return counts;
}

function tableOf(
  size: SideBySide,
  contenders: readonly Contender[],
  times: Record<string, number[]>,
  differences: Record<string, number>,
): Table {
  return {
    title: `${size}: ${sizes[size].text}`,
    head: ['implementation', 'ms per step', 'quartiles', 'difference', 'runs on'],
    rows: contenders
      .toSorted((a, b) => median(times[a.id]!) - median(times[b.id]!))
      .map(({ id, label, device }) => [
        label,
        formatMs(median(times[id]!)).replace(' ms', ''),
        [0.25, 0.75].map((share) => formatMs(quantile(times[id]!, share)).replace(' ms', '')).join('–'),
        differences[id]?.toExponential(0) ?? '–',
        device,
      ]),
  };
}
