import { describe, expect, it, vi } from 'vitest';
import { defaults } from '../../experiment/parameters';
import type { App } from '../../store/app';
import { initialState, type AppState } from '../../store/state';
import { stillStore } from '../../store/testing';
import { enterStep } from './guide';
import { tour, type Playing } from './steps';

/** What a page is asked to do, in turn, when a step is opened in a state. */
function acts(state: AppState, step: (typeof tour)[number]): string[] {
  const store = stillStore(state);
  const said: string[] = [];
  const app = new Proxy({ store } as unknown as Record<string, unknown>, {
    get: (target, name: string) =>
      (target[name] ??= vi.fn((given: unknown) => {
        said.push(typeof given === 'number' || given === null ? `${name} ${given}` : name);
        if (name === 'change') store.setState({ experiment: given as AppState['experiment'] });
      })),
  });
  enterStep(app as unknown as App, step);
  return said;
}

const fresh = initialState({ ...defaults }, []);
const step = (playing: Playing) => tour.find((one) => one.playing === playing)!;

describe('a step of the tour', () => {
  it.each([
    ['rest', ['pause', 'change']],
    ['moment', ['change']],
    ['play', ['change', 'play']],
    ['end', ['change', 'play']],
    ['curve', ['change', 'drawCurve']],
    ['causes', ['change', 'measureCauses']],
  ] as const)('that plays “%s” begins so on a page that has made no run of it', (playing, wanted) => {
    expect(acts(fresh, step(playing))).toEqual(wanted);
  });
});
