import type { Reason } from '../../problems/device';
import { sizeClass } from '../../training/backend-choice';
import type { Caller } from '../../training/protocol';
import { raceBackends } from '../../training/race-backends';
import { backends } from '../../training/trainer';
import type { Choice } from '../state';
import type { SliceStore } from '../store';

/** The page is left alone this long, in ms, before a race takes a core. */
const quiet = 700;

/** Keeps choices across visits: a device does not change between two lectures. */
export interface Memory {
  read(): string | null;
  write(text: string): void;
}

/**
 * Races the backends once per size of experiment, off the first frame's path, in a worker that ends with it.
 * @param caller of its own. @param onChoice called when the store's choice has changed.
 */
export function createRaceControl(
  store: SliceStore<'choice'>,
  caller: Caller,
  memory: Memory,
  onChoice: () => void,
): void {
  const known = new Map(remembered(memory.read()).map((choice) => [choice.sizeClass, choice]));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let racing = false;

  const adopt = (choice: Choice) => {
    if (store.getState().choice === choice) return;
    store.setState({ choice });
    onChoice();
  };
  const look = () => {
    const { experiment, run, data, presence } = store.getState();
    clearTimeout(timer);
    // The first frame waits for nothing: it comes from WebAssembly, whatever won at an earlier visit.
    if (experiment.backend !== 'auto' || run.latest === null) return;
    const choice = known.get(sizeClass(experiment));
    if (choice) return adopt(choice);
    // A page that is out of sight, or waits to be started, takes no core.
    const waits = run.status === 'paused' && run.latest.step === 0;
    if (racing || data.status !== 'ready' || waits || presence !== 'shown') return;
    timer = setTimeout(() => void race(), quiet);
  };
  const race = async () => {
    const { experiment } = store.getState();
    racing = true;
    try {
      const { winner, reason } = await raceBackends(caller, experiment);
      const choice = { sizeClass: sizeClass(experiment), winner, reason };
      known.set(choice.sizeClass, choice);
      memory.write(JSON.stringify([...known.values()]));
    } catch {
      // Without a result the default stays: WebAssembly, then plain TypeScript.
      known.set(sizeClass(experiment), { sizeClass: sizeClass(experiment), winner: 'wasm', reason: null });
    }
    caller.restart();
    racing = false;
    look();
  };
  look();
  store.subscribe((state, before) => {
    if (
      state.experiment !== before.experiment ||
      state.presence !== before.presence ||
      (before.run.status === 'paused' && state.run.status !== 'paused') ||
      (state.data.status === 'ready' && before.data.status !== 'ready') ||
      (state.run.latest && !before.run.latest)
    )
      look();
  });
}

/** What an earlier visit stored; anything that does not look like it is dropped. */
function remembered(text: string | null): Choice[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isChoice) : [];
  } catch {
    return [];
  }
}

function isChoice(value: unknown): value is Choice {
  const { sizeClass: size, winner, reason } = (value ?? {}) as Record<string, unknown>;
  return Number.isInteger(size) && backends.some((backend) => backend === winner) && isReason(reason);
}

function isReason(value: unknown): value is Reason {
  const { kind, winner, wasm, webgl } = (value ?? {}) as Record<string, unknown>;
  const isTime = (time: unknown) => time === null || (typeof time === 'number' && time > 0);
  if (kind === 'timed') return (winner === 'wasm' || winner === 'webgl') && isTime(wasm) && isTime(webgl);
  return kind === 'emulated' || kind === 'no-webgl' || kind === 'half-precision';
}

/** For pages that keep nothing. */
export const noMemory: Memory = { read: () => null, write() {} };

/** Local storage where the browser allows it. */
export function browserMemory(key: string): Memory {
  return {
    read() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        // Private windows and full disks: the race is run again at the next visit.
      }
    },
  };
}
