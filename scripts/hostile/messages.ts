import { randomStream, type RandomStream } from '../../src/images/random';
import { connect, type FramedView } from '../../src/share/embed';
import { clock, testApp } from '../../src/store/testing';
import { tryAll, type Figures } from './figures';
import { anyKey, anyText } from './text';

const types = [
  'set',
  'play',
  'pause',
  'restart',
  'seek',
  'step',
  'get',
  'state',
  'snapshot',
  'images',
  'sweep',
  'slide',
  '',
];
const link = '#side=3&k=1&n=4&patches=2&m=1&steps=1&backend=cpu&autoplay=0';

function anyValue(draws: RandomStream, depth = 0): unknown {
  const { below } = draws;
  const kind = below(depth > 3 ? 6 : 9);
  if (kind === 0) return below(1000) - 500;
  if (kind === 1)
    return [null, undefined, true, false, Number.NaN, Infinity, -0, 10n, new Date(0), new Map()][below(10)];
  if (kind < 6) return anyText(draws);
  if (kind === 6) return Array.from({ length: below(5) }, () => anyValue(draws, depth + 1));
  return Object.fromEntries(Array.from({ length: below(5) }, () => [anyKey(draws), anyValue(draws, depth + 1)]));
}

function anyMessage(draws: RandomStream): unknown {
  const { below } = draws;
  if (below(8) === 0) return anyValue(draws);
  return {
    rankUnderNoise: [1, 1, 2, 2, 0, 3, '1', null][below(8)],
    type: below(8) === 0 ? anyValue(draws) : types[below(types.length)],
    ...(below(2) === 0 ? { id: anyValue(draws) } : {}),
    ...(below(2) === 0 ? { parameters: Object.fromEntries([[anyKey(draws), anyValue(draws)]]) } : {}),
    ...(below(3) === 0 ? { step: anyValue(draws), panel: anyValue(draws), format: anyValue(draws) } : {}),
  };
}

/** Says things to a framed page that no host should. It throws nothing, and takes a message at the end as at the start. */
export async function tryMessages(count: number, seed: number): Promise<Figures> {
  const draws = randomStream(seed, 'hostile messages');
  const app = testApp(link);
  let refused = 0;
  const parent = { postMessage: ({ type }: { type?: string }) => void (refused += Number(type === 'error')) };
  let hear: (event: object) => void = () => {};
  const view = {
    parent,
    addEventListener: (_: string, listener: typeof hear) => (hear = listener),
    removeEventListener() {},
  };
  const none = () => Promise.reject(new Error('no pictures here'));
  connect(app, view as unknown as FramedView, none, none);
  const tell = (data: unknown) => hear({ data, source: parent, origin: 'https://host.example' });
  const figures = await tryAll({
    count,
    attempt() {
      const before = refused;
      tell(anyMessage(draws));
      return refused === before;
    },
    // As many a second as are read at all.
    between: (i) => (i % 50 === 49 ? clock.pass(1000) : undefined),
    name: (i) => `message ${i}`,
  });
  await clock.pass(2000);
  tell({ rankUnderNoise: 1, type: 'set', parameters: { sigma: 0.37 } });
  const faults =
    app.store.getState().experiment.sigma === 0.37 ? [] : ['after all of them it took no message any more'];
  return { ...figures, faults: [...figures.faults, ...faults] };
}
