import { leading } from '../../src/network/matrices';
import { dataSingularValues } from '../../src/training/data-spectrum';
import type { TrainingProblem } from '../../src/training/trainer';
import { peers } from '../peers/index';
import type { Peer, PeerRun } from '../peers/peer';
import { problemOf, runLength } from '../sizes';
import type { Calls, Method, Reply, Request } from './calls';
import { knownMatrix } from './known-matrix';

let peer: Peer | null = null;
let problem: TrainingProblem | null = null;
let run: PeerRun | null = null;
let made = 0;

async function restart(): Promise<PeerRun> {
  if (!peer || !problem) throw new Error('start comes first');
  run?.dispose();
  made = 0;
  run = await peer.start(problem);
  return run;
}

const methods: { [M in Method]: (params: Calls[M]['params']) => Promise<Calls[M]['result']> } = {
  async start({ peer: id, link }) {
    peer = await peers[id].load();
    problem = await problemOf(link);
    const { device } = await restart();
    return { device };
  },
  async steps({ steps }) {
    const current = !run || made + steps > runLength ? await restart() : run;
    const began = performance.now();
    await current.advance(steps);
    const ms = performance.now() - began;
    made += steps;
    return ms;
  },
  async filters({ steps }) {
    const fresh = await restart();
    await fresh.advance(steps);
    made = steps;
    return { initial: [...leading(problem!).values], trained: Array.from(await fresh.filters()) };
  },
  async spectrum({ rows, columns, rank }) {
    const { matrix, values } = knownMatrix(rows, columns, rank);
    const began = performance.now();
    const found = await dataSingularValues(matrix);
    const ms = performance.now() - began;
    const error = values.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0) / values[0]!;
    return { ms, error };
  },
};

self.addEventListener('message', async ({ data: { id, method, params } }: MessageEvent<Request>) => {
  try {
    const result = await (methods[method] as (p: unknown) => Promise<Calls[Method]['result']>)(params);
    self.postMessage({ id, result } satisfies Reply);
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Reply);
  }
});
