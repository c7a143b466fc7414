import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDigits } from '../../src/share/testing';
import { runArrays } from '../../src/share/run-arrays';
import { finished, testApp, until } from '../../src/store/testing';
import { closeRunOf } from '../../src/store/views/change';

/** Networks, by what their links say; the transformer needs a width of 16. */
const networks = [
  '&m=6',
  '&net=deep&depth=3&m=6',
  '&net=deep&depth=4&m=6',
  '&net=deep&depth=5&m=6',
  '&net=transformer&m=16',
  '&net=transformer&token=linear&m=16',
  '&net=dense&m=6',
] as const;
const optimisers = ['', '&opt=momentum', '&opt=adam'] as const;
/** How a step is made of them. */
const ways = ['', '&batch=7', '&decay=0.01', '&batch=7&decay=0.01'] as const;
const backends = ['&backend=cpu', '&backend=wasm'] as const;

const small = '#side=4&k=2&n=24&patches=3&steps=60';
/** Beside every combination: what the page shows by default of each network and rule, and images that are not the paper's. */
const others = [
  ...networks.map((network) => `#${network.replace(/&m=\d+/, '')}`),
  '#opt=adam',
  '#opt=momentum&batch=16',
  '#q=1',
  `${small}&flip=0.2&ratio=0.5&partner=0.5&colour=1&tail=t3`,
  `${small}&q=2.5&kappa=0.5&basis=random&noise=everywhere&project=0&matrix=image`,
  '#data=mnist&sigma=0.6&m=4&n=40&lr=0.25&steps=30',
  '#data=mnist&net=deep&layout=windows&sigma=0.3&m=4&n=20&lr=0.25&steps=20',
];

/** Every network with every rule of training, in double precision and in WebAssembly by turns. */
const savedRuns: readonly string[] = [
  ...networks.flatMap((network, k) =>
    optimisers.flatMap((optimiser, j) =>
      ways.map((way, i) => `${small}${network}${optimiser}${way}${backends[(i + j + k) % 2]}`),
    ),
  ),
  ...others,
];

/** Makes a run as the page does, looked at closely, and writes its arrays. */
async function save(link: string, path: string): Promise<void> {
  const app = testApp(link, { training: localDigits(), spectra: localDigits(), aside: localDigits() });
  app.setPace('once');
  await finished(app);
  app.watch('change', 'seen');
  await until(app, (state) => closeRunOf(state) !== null);
  writeFileSync(path, new Uint8Array(await (await runArrays(app)).arrayBuffer()));
}

/** Saves each run and lets `reproduce.py` make it again. @returns how many it did not come to. */
export async function checkRuns(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let faults = 0;
  for (const [i, link] of savedRuns.entries()) {
    const path = join(folder, `${i}.npz`);
    await save(link, path);
    const { status, stdout, stderr } = spawnSync('python3', ['public/reproduce.py', path], { encoding: 'utf8' });
    if (status === 0) {
      console.log(`${link}: ${stdout.trim().split('\n').at(-1)}`);
      continue;
    }
    faults += 1;
    const wrong = stdout.split('\n').filter((line) => line.endsWith('DIFFERS'));
    console.log(`  FAULT ${link}:\n${wrong.join('\n')}${stderr}`);
  }
  return faults;
}
